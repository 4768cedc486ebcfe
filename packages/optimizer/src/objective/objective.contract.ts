/** What every objective must do: agree with its own gradient, and with the shape that it claims. */

import { drawNormal, drawUniform, randomStream } from "@mmm/numerics";
import { expect, it } from "vitest";
import type { Objective, OutcomeDistribution } from "./objective.js";

/** Outcomes of some draws beside today's. */
export function someOutcomes(seed: number, draws = 40): OutcomeDistribution {
  const stream = randomStream(seed, "outcomes");
  const today = Float64Array.from({ length: draws }, () => 100 + 10 * drawNormal(stream));
  const outcome = today.map((value) => value + 5 + 8 * drawNormal(stream));
  const best = outcome.map((value) => value + 12 * drawUniform(stream));
  return { today, outcome, best, spend: 40, spendToday: 50, scale: 10 };
}

/** Holds an objective against the contract. */
export function objectiveContract(name: string, objective: Objective): void {
  const valueAt = (of: OutcomeDistribution): number =>
    objective.evaluate(of, new Float64Array(of.outcome.length)).value;

  it(`${name}: the gradient is that of differences`, () => {
    for (const seed of [1, 2, 3]) {
      const of = someOutcomes(seed);
      const slope = new Float64Array(of.outcome.length);
      const { perSpend } = objective.evaluate(of, slope);
      const step = 1e-4;
      for (let draw = 0; draw < slope.length; draw += 7) {
        const moved = (by: number) => of.outcome.map((value, i) => (i === draw ? value + by : value));
        const difference =
          (valueAt({ ...of, outcome: moved(step) }) - valueAt({ ...of, outcome: moved(-step) })) / (2 * step);
        expect(Math.abs(difference - slope[draw])).toBeLessThan(1e-6 * (1 + Math.abs(difference)));
      }
      const spend =
        (valueAt({ ...of, spend: 40 + step }) - valueAt({ ...of, spend: 40 - step })) / (2 * step);
      expect(Math.abs(spend - perSpend)).toBeLessThan(1e-6);
    }
  });

  it(`${name}: a better outcome in every draw is no worse`, () => {
    const of = someOutcomes(4);
    expect(valueAt({ ...of, outcome: of.outcome.map((value) => value + 3) })).toBeGreaterThanOrEqual(
      valueAt(of),
    );
  });

  if (objective.shape === "other") return;

  it(`${name}: it lies below its tangent, as its certificate needs`, () => {
    for (const seed of [5, 6, 7]) {
      const [a, b] = [someOutcomes(seed), someOutcomes(seed + 100)];
      const slope = new Float64Array(a.outcome.length);
      const { value } = objective.evaluate(a, slope);
      const tangent = b.outcome.reduce((total, own, i) => total + slope[i] * (own - a.outcome[i]), value);
      expect(valueAt({ ...a, outcome: b.outcome })).toBeLessThanOrEqual(tangent + 1e-9 * Math.abs(tangent));
    }
  });
}
