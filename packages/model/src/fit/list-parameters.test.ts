import { exampleDataset } from "@mmm/data";
import { listElements } from "@mmm/posterior";
import { beforeAll, describe, expect, it } from "vitest";
import { adstockCurves } from "../results/adstock-curves.js";
import { priorPosterior } from "../results/prior-posterior.js";
import { responseCurves } from "../results/response-curves.js";
import { responseSurface } from "../results/response-surface.js";
import { roi } from "../results/roi.js";
import { saturationCurves } from "../results/saturation-curves.js";
import { refusal } from "../refusal.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import { compileModel } from "../compile-model.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { type Fit, fit } from "./fit.js";
import { openFit, saveFit } from "./saved-fit.js";

const told = { evenIfUntrustworthy: true };
const knots = [0.5, 1, 2];
let fitted: Fit;
beforeAll(async () => {
  const spec = parseModelSpec({
    media: {
      default: { effect: "roi" },
      only: { tv: { saturation: { kind: "piecewise-linear", knots } } },
    },
  });
  fitted = await fit(exampleDataset(), spec, { seed: 3, chains: 2, warmup: 300, draws: 200 });
}, 60_000);

describe("a transform whose parameter is a list", () => {
  it("has one number of the draws for each of the list, beside channels of single numbers", () => {
    const names = listElements(fitted.draws).map(({ label }) => label);
    expect(names.filter((name) => name.startsWith("saturation_rises"))).toEqual([
      "saturation_rises[tv, 1]",
      "saturation_rises[tv, 2]",
      "saturation_rises[tv, 3]",
    ]);
    expect(names.filter((name) => name.startsWith("half_saturation"))).toHaveLength(2);
  });

  it("has all results, which agree with each other", () => {
    const [tv] = roi(fitted, told);
    const [curve] = responseCurves(fitted, { ...told, multipliers: [1] });
    expect(curve!.mean[0]! / tv!.incremental.mean).toBeCloseTo(1, 6);
    const surface = responseSurface(fitted, { ...told, periods: 104, tail: 0, history: 0, draws: 400 });
    const [outcome, slope] = [new Float64Array(3), new Float64Array(surface.spend.length)];
    let total = 0;
    for (let draw = 0; draw < surface.draws; draw++) {
      surface.evaluate(draw, surface.spend, outcome, slope);
      total += outcome[0]! / surface.draws;
    }
    expect(total / tv!.incremental.mean).toBeCloseTo(1, 6);
    expect(adstockCurves(fitted, told)).toHaveLength(3);
    const learned = priorPosterior(fitted, told).map(({ parameter }) => parameter);
    expect(learned).toContain("saturation_rises[tv, 1]");
  });

  it("has a saturation curve that bends at its knots alone, and ends at the last", () => {
    const [{ response }] = saturationCurves(fitted, { ...told, points: 41, reach: 6 }) as [
      ReturnType<typeof saturationCurves>[number],
    ];
    const steps = [...response.mean].slice(1).map((value, i) => value - response.mean[i]!);
    expect(steps.every((step) => step > -1e-9)).toBe(true);
    expect(steps.at(-1)).toBeCloseTo(0, 9);
    const last = response.mean.at(-1)!;
    const bends = steps.slice(1).filter((step, i) => Math.abs(step - steps[i]!) > 1e-6 * last);
    // A knot between two points bends the two steps beside it.
    expect(bends.length).toBeLessThanOrEqual(2 * knots.length);
    expect(bends.length).toBeGreaterThan(0);
  });

  it("is saved and opened with the same answers", () => {
    expect(roi(openFit(saveFit(fitted)), told)).toEqual(roi(fitted, told));
  });

  it("has a saturation curve in the unit of the media, whatever the unit of its list", async () => {
    const spec = parseModelSpec({
      media: { default: { effect: "roi", adstock: { kind: "none" }, saturation: { kind: "network" } } },
    });
    const network = await fit(exampleDataset(), spec, { seed: 3, chains: 1, warmup: 60, draws: 40 });
    const curves = saturationCurves(network, { ...told, points: 3 });
    // Without carry-over, the curve at each week's media adds up to what the channel brought.
    const [tv] = exampleDataset().channels;
    const media = tv!.exposure?.values ?? tv!.spend;
    const { media: at, response } = saturationCurves(network, { ...told, points: 400, reach: 1 })[0]!;
    const nearest = (x: number): number => {
      const step = at[1]! - at[0]!;
      const k = Math.min(Math.floor(x / step), at.length - 2);
      const share = x / step - k;
      return response.mean[k]! + share * (response.mean[k + 1]! - response.mean[k]!);
    };
    const whole = media.reduce((total, x) => total + nearest(x), 0);
    expect(whole / roi(network, told)[0]!.incremental.mean).toBeCloseTo(1, 3);
    expect(curves).toHaveLength(3);
  });

  it("is shared by cells, and refuses to differ between them", () => {
    const spec = parseModelSpec({
      media: { default: { saturation: { kind: "spline" }, cells: { slopes: "pooled" } } },
    });
    expect(refusal(() => compileModel(smallPanel(), spec)).join("\n")).toContain(
      'must be "shared", because the parameter is a list, got "pooled"',
    );
  });

  it("refuses lists of one name and two lengths, because their draws are one table", () => {
    const of = (knots: readonly number[]) => ({ saturation: { kind: "piecewise-linear", knots } });
    const spec = parseModelSpec({ media: { only: { tv: of([1, 2, 4]), search: of([1, 2]) } } });
    expect(refusal(() => compileModel(exampleDataset(), spec))).toEqual([
      "model.media.only.search.saturation.rises: must be as long as that of tv, segment × 3, got segment × 2 for search. Give both channels one kind of saturation with as many knots.",
    ]);
    const kinds = {
      tv: { saturation: { kind: "network" } },
      search: { saturation: { kind: "concave-polynomial" } },
    };
    expect(
      refusal(() => compileModel(exampleDataset(), parseModelSpec({ media: { only: kinds } })))[0],
    ).toContain("must be as long as that of tv, unit ×");
  });
});
