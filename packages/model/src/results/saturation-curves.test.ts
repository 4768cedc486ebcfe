import { mean } from "@mmm/numerics";
import { exampleDataset } from "@mmm/data";
import { describe, expect, it } from "vitest";
import type { Fit } from "../fit/fit.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { replay } from "../forward/replay.js";
import { shortFit } from "../short-fit.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import type { ModelSpecInput } from "../spec/spec-schema.js";
import { makeScaling } from "../scaling.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { saturationCurves } from "./saturation-curves.js";

/** [channel] the mean response of the model itself in the last period, when media of a cell of mean size are held at x. */
function steady(fit: Fit, x: readonly number[], cells: readonly number[]): readonly number[] {
  const { dataset, spec } = fit;
  const { size } = makeScaling(dataset, spec.scaling);
  const periods = dataset.periods.length;
  const forward = compileForwardPass(dataset, spec);
  forward.setMedia(
    x.map((own) => dataset.kpi.values.map((_, i) => (own * size[Math.floor(i / periods)]!) / mean(size))),
  );
  const found = x.map((): number[] => []);
  replay(
    fit,
    (pass) => {
      const contributions = pass.contributions();
      found.forEach((draws, c) => {
        const each = cells.map((g) => {
          const own = contributions[(c * size.length + g + 1) * periods - 1]!;
          return (own * mean(size)) / size[g]!;
        });
        draws.push(mean(Float64Array.from(each)));
      });
    },
    { forward },
  );
  return found.map((draws) => mean(Float64Array.from(draws)));
}

const specs: Readonly<Record<string, ModelSpecInput>> = {
  "the default": {},
  "saturation first": { media: { default: { order: "saturation-first" } } },
  "adstock that is not normalised, in Hill curves": {
    media: {
      default: { adstock: { kind: "geometric", normalize: false }, saturation: { kind: "hill" } },
    },
  },
  "roots, whose coefficient depends on the unit": { media: { default: { saturation: { kind: "root" } } } },
};

describe("saturationCurves", () => {
  for (const [name, given] of Object.entries(specs)) {
    it(`are what the model says of media that are held: ${name}`, async () => {
      const fit = await shortFit(exampleDataset(), parseModelSpec(given));
      const curves = saturationCurves(fit, { points: 4 });
      const expected = steady(
        fit,
        curves.map(({ media }) => media[2]!),
        [0],
      );
      curves.forEach(({ response }, c) => {
        expect(response.mean[0]).toBe(0);
        expect(response.mean[2]! / expected[c]!).toBeCloseTo(1, 9);
      });
    });
  }

  it("of a panel are the mean of the cells asked about, in a cell of mean size", async () => {
    const cells = { retention: "separate", effect: "pooled" } as const;
    const fit = await shortFit(smallPanel(), parseModelSpec({ media: { default: { cells } } }));
    const asked = [fit.dataset.cells[1]!, fit.dataset.cells[3]!];
    const curves = saturationCurves(fit, { points: 3, cells: asked });
    const expected = steady(
      fit,
      curves.map(({ media }) => media[1]!),
      [1, 3],
    );
    curves.forEach(({ response }, c) => expect(response.mean[1]! / expected[c]!).toBeCloseTo(1, 9));
  });

  it("mark the history, its price, and what lies beyond it", async () => {
    const fit = await shortFit(exampleDataset(), parseModelSpec({}));
    const [tv] = saturationCurves(fit, { points: 7, reach: 2 });
    const contacts = fit.dataset.channels[0]!.exposure!.values;
    const most = Math.max(...contacts);
    expect(tv!.history.most).toBe(most);
    expect(tv!.history.active).toBeCloseTo(contacts.filter((value) => value > 0).length / 104, 12);
    expect(tv!.history.low).toBeGreaterThanOrEqual(tv!.history.least);
    expect(tv!.media.at(-1)).toBeCloseTo(2 * most, 6);
    expect(tv!.extrapolated).toEqual([false, false, false, false, true, true, true]);
    expect(tv!.spend[3]! / tv!.media[3]!).toBeCloseTo(0.011, 3);
  });

  it("have their slope as marginal curve", async () => {
    const fit = await shortFit(exampleDataset(), parseModelSpec({}));
    const [tv] = saturationCurves(fit, { points: 3001, reach: 1.5 });
    for (const i of [100, 1000, 2500]) {
      const slope = (tv!.response.mean[i + 2]! - tv!.response.mean[i]!) / (tv!.media[i + 2]! - tv!.media[i]!);
      expect(tv!.marginal.mean[i]! / slope).toBeCloseTo(1, 9);
    }
  });
});
