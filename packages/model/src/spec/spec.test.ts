import { IssueError } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { parseConfiguration, readConfiguration } from "./parse-configuration.js";
import { checkModelSpec } from "./check-model-spec.js";
import { checkSpecNames } from "./check-spec-names.js";
import { channelSpec, controlSpec } from "./model-spec.js";
import { smallPanel } from "../small-panel.contract.js";
import { defaultPriors } from "./default-priors.js";
import { parseModelSpec } from "./parse-model-spec.js";

describe("parseModelSpec", () => {
  it("writes every default in, and reads what it wrote as the same spec", () => {
    const spec = parseModelSpec({});
    expect(spec.media.default.adstock).toEqual({
      ...{ kind: "geometric", normalize: true, window: 13, lead: 0 },
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
    const { retention, ...cells } = spec.media.default.cells;
    expect(retention).toEqual({ pooling: "shared" });
    expect(spec.media.only.tv).toEqual({ ...spec.media.default, adstock: { kind: "none" }, cells });
  });

  it("gives the default to a channel that is called like a part of every object", () => {
    const spec = parseModelSpec({});
    expect(channelSpec(spec, "constructor")).toBe(spec.media.default);
    expect(controlSpec(spec, "toString")).toBe(spec.controls.default);
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
  it("says which groupings, parameters and spreads a panel and its channels have not", () => {
    const spec = parseModelSpec({
      scaling: { size: "population" },
      intercept: { cells: { pooling: "pooled", by: ["brandd"] } },
      controls: {
        default: { cells: { pooling: "pooled", spread: { distribution: "normal", mean: 0, sd: 1 } } },
      },
      media: {
        default: {
          cells: { effct: "shared" },
          effect: { on: "contribution", prior: { distribution: "half-normal", sd: 1 } },
        },
      },
      events: [{ name: "fair", days: ["1999-01-01"] }],
    });
    const panel = smallPanel();
    const without = { ...panel, population: undefined };
    expect(checkModelSpec(spec, without).map(({ message }) => message)).toEqual([
      'model.intercept.cells.by: must name a dimension of the panel, or "cell", got "brandd" (brand, region, cell). Did you mean "brand"?',
      'model.controls.default.cells.spread: the prior must lie above 0, got "normal" (half-normal, log-normal, gamma, exponential). Choose a distribution with that support.',
      'model.media.default.cells.effct: must name the effect or a parameter of the channel\'s transforms, got "effct" (effect, retention, halfSaturation, slope). Did you mean "effect"?',
      'model.scaling.size: a population must be among the columns, got none. Name the column in `columns.population`, or use `size: "kpi"`.',
      'model.events.0.days: one of the days should lie between 2023-01-02 and 2023-10-02, got "fair" on 1999-01-01. Its effect is its prior; leave it out, or give its days in the data.',
      'model.media.default.effect.prior: the prior must lie between 0 and 1, got "half-normal" (beta, uniform). Choose a distribution with that support.',
    ]);
  });
});

describe("presets", () => {
  it("are complete specs, on top of which a user's words come", () => {
    const spec = parseModelSpec({
      preset: "meridian",
      media: { default: { effect: "contribution" }, only: { tv: { cells: { effect: "shared" } } } },
      noise: { kind: "student-t" },
    });
    expect(spec.trend).toMatchObject({ kind: "knots", count: "every", prior: { sd: 5 } });
    expect(spec.media.default.effect.prior).toEqual(defaultPriors.contribution.prior);
    expect(spec.media.default.adstock).toMatchObject({ window: 9 });
    expect(spec.media.only.tv).toMatchObject({
      adstock: { window: 9 },
      cells: { effect: { pooling: "shared" } },
    });
    expect(spec.noise.kind).toBe("student-t");
    expect(parseModelSpec(spec)).toEqual(spec);
  });

  it("have names that a misspelling is led back to", () => {
    expect(() => parseModelSpec({ preset: "meridan" })).toThrow(/Did you mean "meridian"\?/);
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
      'mmm.yaml, line 6, column 3, model.trnd: must be a known key, got "trnd" (preset, scaling, intercept, trend, seasonality, events, timeEffects, controls, media, noise). Did you mean "trend"?',
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
