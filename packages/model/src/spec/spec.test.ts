import { exampleDataset, IssueError } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { parseConfiguration, readConfiguration } from "./parse-configuration.js";
import { checkModelSpec } from "./check-model-spec.js";
import { checkSpecNames } from "./check-spec-names.js";
import { channelSpec, controlPrior } from "./model-spec.js";
import { parseModelSpec } from "./parse-model-spec.js";

describe("parseModelSpec", () => {
  it("writes every default in, and reads what it wrote as the same spec", () => {
    const spec = parseModelSpec({});
    expect(spec.media.default.adstock).toEqual({
      ...{ kind: "geometric", normalize: true, window: null, lead: 0 },
      retention: { distribution: "beta", alpha: 2, beta: 3 },
    });
    expect(spec.media.default.saturation).toMatchObject({ kind: "hill", slope: 1 });
    expect(parseModelSpec(spec)).toEqual(spec);
  });

  it("lets a channel say only what differs", () => {
    const spec = parseModelSpec({
      media: {
        default: { effect: "roi", saturation: { kind: "logistic" } },
        only: { tv: { adstock: { kind: "none" } } },
      },
    });
    expect(spec.media.only.tv).toEqual({ ...spec.media.default, adstock: { kind: "none" } });
  });

  it("gives the default to a channel that is called like a part of every object", () => {
    const spec = parseModelSpec({});
    expect(channelSpec(spec, "constructor")).toBe(spec.media.default);
    expect(controlPrior(spec, "toString")).toBe(spec.controls.default.prior);
  });

  it("tells every fault at once, with the nearest name", () => {
    const wrong = {
      trend: "liner",
      sesonality: [],
      media: {
        default: {
          adstock: { kind: "geometric", windw: 3, retention: 1.5 },
          effect: { on: "roi", prior: { distribution: "log-normal", mu: 0, logSd: 1 } },
        },
      },
    };
    let messages: readonly string[] = [];
    try {
      parseModelSpec(wrong);
    } catch (error) {
      if (error instanceof IssueError) messages = error.issues.map(({ message }) => message);
    }
    expect(messages.length).toBeGreaterThanOrEqual(5);
    const all = messages.join("\n");
    expect(all).toContain('model.sesonality: must be a known key, got "sesonality"');
    expect(all).toContain('Did you mean "seasonality"?');
    expect(all).toContain('Did you mean "window"?');
    expect(all).toContain("model.media.default.adstock.retention: must be < 1, got 1.5");
    expect(all).toContain('"log-normal" has no parameter "mu" (logMean, logSd)');
  });
});

describe("checkModelSpec", () => {
  it("refuses a panel, which a national model would take for one long series", () => {
    const panel = { ...exampleDataset(), name: "geo.csv", cells: ["Berlin", "Bonn"] };
    expect(checkModelSpec(parseModelSpec({}), panel).map(({ message }) => message)).toEqual([
      'geo.csv, columns.panel: the model takes national data, got a panel of 2 cells, from "Berlin" to "Bonn". Add the cells of each period up to one row, and leave the panel out.',
    ]);
  });
});

describe("parseConfiguration", () => {
  const good = "columns:\n  time: week\n  kpi: sales\n  channels: [tv]\nmodel:\n  trend: none\n";

  it("reads columns and model from one text", () => {
    const { columns, model } = parseConfiguration(good, "mmm.yaml");
    expect(columns.kpi).toBe("sales");
    expect(model.trend.kind).toBe("none");
  });

  it("names line and column of every fault in both parts", () => {
    const text = good
      .replace("kpi: sales", "kpi: 3")
      .replace("trend: none", "trend: liner")
      .replace("model:", "modell: {}\nmodel:");
    const { issues } = readConfiguration(text, "mmm.yaml");
    expect(issues.map(({ place }) => [place.file, place.line, place.path])).toEqual([
      ["mmm.yaml", 5, "modell"],
      ["mmm.yaml", 3, "columns.kpi"],
      ["mmm.yaml", 7, "model.trend"],
    ]);
  });

  it("places a fault on the line of its key, also where the value begins further down", () => {
    const text = "columns:\n  time: week\n  kpi: sales\n  channels: [tv]\nmodel:\n  trnd:\n    kind: none\n";
    const { issues } = readConfiguration(text, "mmm.yaml");
    expect(issues.map(({ message }) => message)).toEqual([
      'mmm.yaml, line 6, column 3, model.trnd: must be a known key, got "trnd" (intercept, trend, seasonality, controls, media, noise). Did you mean "trend"?',
    ]);
  });

  it("places what is missing on the line of its parent, and an entry of a list on its own", () => {
    const text = "columns:\n  time: week\n  channels:\n    - tv\n    - { name: radio }\n";
    const { issues } = readConfiguration(text, "mmm.yaml");
    expect(issues.map(({ place: { line, column, path } }) => [line, column, path])).toEqual([
      [1, 1, "columns.kpi"],
      [5, 7, "columns.channels[1].spend"],
    ]);
  });

  it("keeps what a wrong model says, so that its names can be checked too", () => {
    const text =
      "columns: { time: week, kpi: sales, channels: [tv] }\nmodel: { trnd: 1, media: { only: { tb: 3 } }, controls: 5 }";
    const { model, given, source } = readConfiguration(text, "mmm.yaml");
    expect(model).toBeUndefined();
    const names = { channels: [{ name: "tv" }], controls: [] };
    expect(checkSpecNames(given, names, source).map(({ message }) => message)).toEqual([
      'mmm.yaml, line 2, column 36, model.media.only.tb: must name a channel of the data, got "tb" (tv). Did you mean "tv"?',
    ]);
  });

  it("says no more about a text that is no configuration at all", () => {
    expect(readConfiguration("week,sales", "a.csv").issues.map(({ message }) => message)).toEqual([
      'a.csv: must hold `columns` and `model`, got "week,sales". Write `columns:` with time, kpi and channels.',
    ]);
  });

  it("refuses aliases that lead nowhere or without end", () => {
    const bomb = [
      "a: &a [x, x]",
      ..."bcdefghij".split("").map((c, i) => `${c}: &${c} [*${"abcdefghi"[i]}, *${"abcdefghi"[i]}]`),
    ].join("\n");
    for (const text of ["columns: *nobody", bomb]) {
      expect(readConfiguration(text, "mmm.yaml").issues.map(({ code }) => code)).toEqual([
        "configuration.not-yaml",
      ]);
    }
  });

  it("names the place where text is not YAML", () => {
    const { issues } = readConfiguration("columns: [a\nmodel: {", "mmm.yaml");
    expect(issues[0]!.message).toMatch(
      /^mmm\.yaml, line \d+, column \d+: must be YAML or JSON, got text that is not: /,
    );
  });

  it("says what an empty file lacks", () => {
    expect(() => parseConfiguration("", "mmm.yaml")).toThrow(
      /mmm\.yaml: must hold `columns` and `model`, got (nothing|null)/,
    );
  });
});
