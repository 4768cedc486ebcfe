import { drawUniform, randomStream } from "@mmm/numerics";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleFit } from "../example-fit.js";
import { fit, type Fit } from "../fit/fit.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { replayPositions } from "../forward/replay.js";
import { mediaValues } from "../scaling.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { responseSurface } from "./response-surface.js";

let national: Fit;
let panel: Fit;

beforeAll(async () => {
  national = await exampleFit();
  const spec = parseModelSpec({
    media: {
      default: { effect: "roi", cells: { effect: "pooled" } },
      only: { search: { saturation: { kind: "logistic" }, order: "saturation-first" } },
    },
  });
  // What a surface says of a position does not depend on how good the draws are.
  panel = await fit(smallPanel(), spec, { seed: 1, chains: 1, warmup: 60, draws: 20 });
}, 60_000);

/** [channel × cell] what the forward pass says that plans add to no spend in the last periods, those periods counted. */
function byForwardPass(fitted: Fit, draw: number, spend: Float64Array, count: number): Float64Array {
  const { dataset, spec } = fitted;
  const { channels, cells, periods, kpi } = dataset;
  const forward = compileForwardPass(dataset, spec);
  const from = periods.length - count;
  const totals = (share: number): Float64Array => {
    forward.setMedia(
      channels.map((channel, c) =>
        mediaValues(channel).map((value, k) => {
          const [g, t] = [Math.floor(k / periods.length), k % periods.length];
          if (t < from) return value;
          const planned = spend[(c * cells.length + g) * count + t - from]!;
          const spent = channel.spend[k]!;
          return spent === 0 ? 0 : (share * value * planned) / spent;
        }),
      ),
    );
    forward.evaluate(replayPositions(fitted)[draw]!);
    const values = forward.contributions();
    return Float64Array.from({ length: channels.length * cells.length }, (_, item) => {
      let sum = 0;
      for (let t = from; t < periods.length; t++) {
        const worth = kpi.revenuePerKpi?.values[(item % cells.length) * periods.length + t] ?? 1;
        sum += values[item * periods.length + t]! * worth;
      }
      return sum;
    });
  };
  const none = totals(0);
  return totals(1).map((value, i) => value - none[i]!);
}

/** Spend of the window, each scaled by a random factor. */
function anyPlan(spend: Float64Array, seed: number): Float64Array {
  const stream = randomStream(seed);
  return spend.map((value) => value * 2 * drawUniform(stream));
}

describe("a response surface", () => {
  it.each([
    ["a national market", () => national],
    ["a panel", () => panel],
  ])("of %s says what the model's own forward pass says, within 1e-9", (_, fitted) => {
    const count = 13;
    const surface = responseSurface(fitted(), {
      ...{ periods: count, tail: 0, history: 1000, draws: 1e6, evenIfUntrustworthy: true },
    });
    const outcome = new Float64Array(surface.largestSpend.length);
    const gradient = new Float64Array(surface.spend.length);
    for (const [k, draw] of [0, 7, 19].entries()) {
      const plan = anyPlan(surface.spend, k);
      surface.evaluate(draw, plan, outcome, gradient);
      const expected = byForwardPass(fitted(), draw, plan, count);
      outcome.forEach((value, i) =>
        expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(expected[i]!)),
      );
    }
  });

  it.each([
    ["a national market", () => national],
    ["a panel", () => panel],
  ])("of %s has the gradient of its differences", (_, fitted) => {
    const surface = responseSurface(fitted(), { periods: 9, draws: 20, evenIfUntrustworthy: true });
    const items = surface.largestSpend.length;
    const [before, after] = [new Float64Array(items), new Float64Array(items)];
    const [gradient, unused] = [
      new Float64Array(surface.spend.length),
      new Float64Array(surface.spend.length),
    ];
    const plan = anyPlan(surface.spend, 3);
    for (let k = 0; k < plan.length; k += 5) {
      const item = Math.floor(k / surface.periods.length);
      const step = 1e-4 * (plan[k]! + surface.largestSpend[item]!);
      if (!(plan[k]! > step)) continue;
      const [lower, upper] = [plan.slice(), plan.slice()];
      lower[k] = plan[k]! - step;
      upper[k] = plan[k]! + step;
      surface.evaluate(1, lower, before, unused);
      surface.evaluate(1, upper, after, unused);
      surface.evaluate(1, plan, new Float64Array(items), gradient);
      const difference = (after[item]! - before[item]!) / (2 * step);
      // Central differences err by step² and rounding / step, each about 1e-8.
      expect(Math.abs(difference - gradient[k]!)).toBeLessThan(1e-5 * Math.abs(gradient[k]!) + 1e-9);
    }
  });

  it("counts what comes after the window, and nothing for no spend", () => {
    const short = responseSurface(national, { periods: 13, tail: 0, draws: 5 });
    const long = responseSurface(national, { periods: 13, draws: 5 });
    const longer = responseSurface(national, { periods: 13, tail: 104, draws: 5 });
    const of = (surface: typeof short, spend: Float64Array): Float64Array => {
      const outcome = new Float64Array(3);
      const mean = new Float64Array(3);
      for (let draw = 0; draw < surface.draws; draw++) {
        surface.evaluate(draw, spend, outcome, new Float64Array(spend.length));
        outcome.forEach((value, i) => (mean[i] = mean[i]! + value / 5));
      }
      return mean;
    };
    const [a, b, c] = [of(short, short.spend), of(long, long.spend), of(longer, longer.spend)];
    for (let i = 0; i < 3; i++) {
      expect(b[i]!).toBeGreaterThan(a[i]!);
      // A thousandth of today's effects, of which some channels' last weeks hold more than others'.
      expect(Math.abs(c[i]! / b[i]! - 1)).toBeLessThan(2e-3);
    }
    expect(
      Array.from(
        of(
          long,
          long.spend.map(() => 0),
        ),
      ),
    ).toEqual([0, 0, 0]);
  });

  it("has at no spend the gradient of the first unit, also where nothing is left of what came before", () => {
    const surface = responseSurface(national, { periods: 13, history: 0, draws: 3 });
    const [outcome, gradient] = [new Float64Array(3), new Float64Array(surface.spend.length)];
    const none = surface.spend.map(() => 0);
    surface.evaluate(1, none, outcome, gradient);
    const slope = gradient[4]!;
    none[4] = 0.01;
    surface.evaluate(1, none, outcome, new Float64Array(surface.spend.length));
    expect(Math.abs(outcome[0]! / 0.01 / slope - 1)).toBeLessThan(1e-5);
  });

  it("buys media at the window's own price where asked to", () => {
    const surface = responseSurface(national, { periods: 13, draws: 1, costs: "window" });
    const [first, second] = [surface.spend.map(() => 0), surface.spend.map(() => 0)];
    // Search has exposure; the same money in two neighbouring weeks buys the same.
    first[13 + 5] = 1000;
    second[13 + 6] = 1000;
    const outcomes = [first, second].map((spend) => {
      const outcome = new Float64Array(3);
      surface.evaluate(0, spend, outcome, new Float64Array(spend.length));
      return outcome[1]!;
    });
    expect(Math.abs(outcomes[0]! / outcomes[1]! - 1)).toBeLessThan(0.05);
  });

  it("refuses windows that the data do not have, and draws that failed their verdict", () => {
    expect(() => responseSurface(national, { periods: 1000, draws: 0 })).toThrow(
      "responseSurface.periods: must be a whole number from 1 to 104, got 1000. Change the number.",
    );
    const failed = { ...national, verdict: { ...national.verdict, trustworthy: false } };
    expect(() => responseSurface(failed)).toThrow(/needs draws that passed their verdict/);
  });

  it("asks the mean of the coefficients and shapes where a point estimate is wanted", async () => {
    const fitted = await exampleFit();
    const point = responseSurface(fitted, { periods: 13, draws: 50, pointEstimate: true });
    const whole = responseSurface(fitted, { periods: 13, draws: 50 });
    // 50 of four chains: as many of each, at most.
    expect([point.draws, whole.draws]).toEqual([1, 48]);
    const [outcome, slope] = [new Float64Array(3), new Float64Array(whole.spend.length)];
    const mean = new Float64Array(3);
    for (let draw = 0; draw < whole.draws; draw++) {
      whole.evaluate(draw, whole.spend, outcome, slope);
      outcome.forEach((value, c) => (mean[c] = mean[c]! + value / whole.draws));
    }
    point.evaluate(0, point.spend, outcome, slope);
    // Responses bend in their parameters: near the mean outcome, and not the same.
    outcome.forEach((value, c) => {
      expect(value / mean[c]!).toBeGreaterThan(0.7);
      expect(value / mean[c]!).toBeLessThan(1.3);
      expect(value).not.toBe(mean[c]);
    });
  });
});
