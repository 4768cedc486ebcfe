import { beforeAll, describe, expect, it } from "vitest";
import { exampleFit } from "../example-fit.js";
import type { Fit } from "../fit/fit.js";
import { replay } from "../forward/replay.js";
import { shortFit } from "../short-fit.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { baselineOutcome } from "./baseline-outcome.js";
import { contributions } from "./contributions.js";
import { expectedOutcome } from "./expected-outcome.js";
import { fitQuality } from "./fit-quality.js";
import { predictedOutcome } from "./predicted-outcome.js";

let fitted: Fit;

beforeAll(async () => {
  fitted = await exampleFit();
}, 60_000);

describe("expectedOutcome", () => {
  it("is the baseline plus the contributions of all channels", async () => {
    const panel = await shortFit(smallPanel(), parseModelSpec({}));
    const asked = { cells: panel.dataset.cells.slice(2, 4), from: "2023-03-06" };
    const parts = contributions(panel, asked).parts.filter(({ kind }) => kind === "channel");
    const media = parts.reduce((sum, { total }) => sum + total.mean, 0);
    const baseline = baselineOutcome(panel, asked).total.mean;
    expect((baseline + media) / expectedOutcome(panel, asked).total.mean).toBeCloseTo(1, 10);
    const { expected } = contributions(panel, asked);
    expect(expectedOutcome(panel, asked).total.sd / expected.sd).toBeCloseTo(1, 9);
  });

  it("has periods that add up to the total, within the draws that are left out", () => {
    const { total, perPeriod } = expectedOutcome(fitted);
    const sum = perPeriod.mean.reduce((all, value) => all + value, 0);
    // 800 of the 1,600 draws.
    expect(Math.abs(sum - total.mean)).toBeLessThan(0.2 * total.sd);
  });
});

describe("predictedOutcome", () => {
  it("holds the data as often as it promises", () => {
    const { perPeriod, interval } = predictedOutcome(fitted);
    const { values } = fitted.dataset.kpi;
    const inside = values.filter((value, t) => value >= perPeriod.low[t]! && value <= perPeriod.high[t]!);
    expect(interval).toBe(0.9);
    // As of `fitQuality`, which draws other noise: a period at the very edge may fall on either side.
    expect(Math.abs(inside.length / 104 - fitQuality(fitted).coverage)).toBeLessThan(0.04);
  });

  it("gives the same bits when asked again", () => {
    expect(predictedOutcome(fitted)).toEqual(predictedOutcome(fitted));
  });
});

describe("baselineOutcome", () => {
  it("is never negative where there are sales without media", () => {
    const { probabilityNegative, probabilityNegativePerPeriod } = baselineOutcome(fitted);
    expect(probabilityNegative).toBe(0);
    expect(probabilityNegativePerPeriod.length).toBe(104);
  });

  it("is negative with the probability that media bring more than all sales", async () => {
    const large = { on: "coefficient", prior: { distribution: "normal", mean: 4, sd: 2 } } as const;
    const panel = await shortFit(smallPanel(), parseModelSpec({ media: { default: { effect: large } } }));
    const own = baselineOutcome(panel);
    const shares = replayed(panel);
    expect(own.probabilityNegative).toBe(shares.filter((share) => share > 1).length / shares.length);
  });
});

/** [draw] what all media bring as a share of the expected KPI. */
function replayed(fit: Fit): readonly number[] {
  const shares: number[] = [];
  replay(fit, (forward) => {
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    shares.push(sum(forward.contributions()) / sum(forward.mean()));
  });
  return shares;
}
