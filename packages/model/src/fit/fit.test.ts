import { readFileSync } from "node:fs";
import { exampleDataset, holdOut, holdoutRandom } from "@mmm/data";
import { randomStream } from "@mmm/numerics";
import { nodeWorkers } from "@mmm/sampler/node";
import { describe, expect, it } from "vitest";
import { exampleFit } from "../example-fit.js";
import { fitQuality } from "../results/fit-quality.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { fit } from "./fit.js";
import { openFit, saveFit } from "./saved-fit.js";

const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
const short = { seed: 11, chains: 2, warmup: 60, draws: 40 };

describe("fit", () => {
  it("gives the same bits in process and in workers, for any number of chains", async () => {
    const here = await fit(exampleDataset(), spec, short);
    const workers = await fit(exampleDataset(), spec, {
      ...short,
      chains: 4,
      runChains: nodeWorkers({ workers: 2 }),
    });
    const alone = await fit(exampleDataset(), spec, { ...short, chains: 1 });
    expect(workers.traces[0]!.positions).toEqual(here.traces[0]!.positions);
    expect(workers.traces[1]!.positions).toEqual(here.traces[1]!.positions);
    expect(alone.traces[0]!.positions).toEqual(here.traces[0]!.positions);
    expect(alone.traces[0]!.logDensity).toEqual(here.traces[0]!.logDensity);
  });

  it("keeps the draws that were made before a cancel", async () => {
    const controller = new AbortController();
    const cancelled = await fit(exampleDataset(), spec, {
      ...{ seed: 1, chains: 2, warmup: 50, draws: 100_000, signal: controller.signal },
      onProgress: ({ phase, done }) => {
        if (phase === "sampling" && done > 150) controller.abort();
      },
    });
    expect(cancelled.record.outcome).toBe("cancelled");
    expect(cancelled.draws.draws).toBeGreaterThan(0);
    expect(cancelled.draws.draws).toBeLessThan(100_000);
  });

  it("refuses a cancel that left no draws", async () => {
    const aborted = AbortSignal.abort();
    await expect(fit(exampleDataset(), spec, { ...short, signal: aborted })).rejects.toThrow(
      expect.objectContaining({
        ...{ name: "NoDrawsError", outcome: "cancelled" },
        message: "fit: needs at least one draw per chain, got none before the cancel. Let it run longer.",
      }),
    );
  });

  it("gives every parameter and derived quantity a name and natural units", async () => {
    const { draws, dataset } = await fit(exampleDataset(), spec, short);
    const channels = dataset.channels.map(({ name }) => name);
    const byName = new Map(draws.parameters.map((parameter) => [parameter.name, parameter]));
    for (const name of ["retention", "half_saturation", "coefficient", "roi"]) {
      expect(byName.get(name)!.axes).toEqual([{ name: "channel", coordinates: channels }]);
    }
    const intercept = byName.get("intercept")!.values;
    const kpi = dataset.kpi.values.reduce((sum, value) => sum + value, 0) / dataset.kpi.values.length;
    expect(intercept.every((value) => value > 0.1 * kpi && value < 2 * kpi)).toBe(true);
  });
});

describe("saved fits", () => {
  it("open with the bits they were saved with", async () => {
    const fitted = await fit(exampleDataset(), spec, short);
    const opened = openFit(saveFit(fitted));
    expect(opened.draws).toEqual(fitted.draws);
    expect(opened.verdict).toEqual(fitted.verdict);
    expect(opened.dataset).toEqual(fitted.dataset);
    expect(opened.spec).toEqual(fitted.spec);
    expect(opened.record).toEqual(fitted.record);
  });

  it("of panels open with the bits they were saved with, what is held out included", async () => {
    const panel = smallPanel();
    const held = holdOut(panel, holdoutRandom(panel, 0.2, randomStream(1)));
    const pooled = parseModelSpec({ media: { default: { cells: { retention: "pooled" } } } });
    const fitted = await fit(held, pooled, short);
    const opened = openFit(saveFit(fitted));
    expect(opened).toEqual(fitted);
    expect(saveFit(opened)).toBe(saveFit(fitted));
    const told = { evenIfUntrustworthy: true };
    expect(fitQuality(opened, told)).toEqual(fitQuality(fitted, told));
  });

  it("are refused when spec or draws were changed, or another release reads them otherwise", async () => {
    const text = saveFit(await fit(exampleDataset(), spec, short));
    const changed = {
      spec: text.replace(/"logSd": 0\.9/, '"logSd": 0.8'),
      density: text.replace(/"logDensity": \{\s*"f64": "...../, (own) => `${own.slice(0, -4)}AAAA`),
    };
    for (const other of Object.values(changed)) {
      expect(other).not.toBe(text);
      expect(() => openFit(other)).toThrow(
        /^saved fit: draw 1 of chain 0 must have the log density \S+ that stands beside it, got \S+\. The file was changed, or release 0\.1\.0 sampled in other coordinates than 0\.1\.0; fit again\.$/,
      );
    }
  });

  it("tell the release that wrote them, which is that of the package", async () => {
    const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(manifest) as { readonly version: string };
    const saved = JSON.parse(saveFit(await exampleFit())) as { readonly release: string };
    expect(saved.release).toBe(version);
  });

  it("are refused when they are something else, of another version, or changed", async () => {
    const text = saveFit(await fit(exampleDataset(), spec, short));
    expect(() => openFit("{}", "a.json")).toThrow(
      "a.json: must be a saved fit, got other JSON. Give a file that `mmm fit` wrote.",
    );
    for (const other of ["null", "[1]", '"fit"']) {
      expect(() => openFit(other, "a.json")).toThrow(
        "a.json: must be a saved fit, got other JSON. Give a file that `mmm fit` wrote.",
      );
    }
    expect(() => openFit('{ "format": "mmm-fit", "version": 1, "record": 3, "spec": {} }', "a.json")).toThrow(
      "a.json: must hold dataset, spec, record and traces, got a file without dataset, record, traces. The file was changed; fit again.",
    );
    expect(() => openFit("week,sales", "a.csv")).toThrow(
      /^a\.csv: must be JSON that `saveFit` wrote, got text that is not \(/,
    );
    expect(() => openFit(text.replace(/"positions": \{[^}]*\}/, '"positions": { "f64": "" }'))).toThrow(
      /^saved fit: every chain must have draws × dimension positions, got 0 for 40 × \d+\. The file was changed; fit again\.$/,
    );
    expect(() => openFit(text.replace('"traces": [', '"traces": [7,'))).toThrow(
      "saved fit: every chain must have draws × dimension positions, got no chain. The file was changed; fit again.",
    );
    expect(() => openFit(text.replace('"version": 1', '"version": 9'))).toThrow(
      "saved fit: format version must be 1, got 9. Fit again with this release.",
    );
    expect(() => openFit(text.replace('"name": "revenue"', '"name": "revenues"'))).toThrow(
      /^saved fit: the data must match their hash .*, got .*\. The file was changed; fit again\.$/,
    );
  });
});
