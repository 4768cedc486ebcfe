import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import { log1p, sum } from "../index.js";
import { minimizeWithin } from "./minimize-within.js";
import type { Objective } from "./minimum.js";
import { sumBox } from "./sum-box.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

interface Channel {
  readonly effect: number;
  readonly half: number;
}

/** −Σ effect · ln(1 + x / half): the response to a budget, with diminishing returns. */
function response(channels: readonly Channel[]): Objective {
  return (x, gradient) => {
    let total = 0;
    channels.forEach(({ effect, half }, i) => {
      total -= effect * log1p(x[i]! / half);
      gradient[i] = -effect / (half + x[i]!);
    });
    return total;
  };
}

/** The optimum by its own condition: all marginal returns equal, found by halving their common value. */
function waterFilling(channels: readonly Channel[], most: number, budget: number): Float64Array {
  const at = (price: number): Float64Array =>
    Float64Array.from(channels, ({ effect, half }) => Math.min(Math.max(effect / price - half, 0), most));
  let [low, high] = [1e-12, 1e12];
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high);
    if (sum(at(middle)) > budget) low = middle;
    else high = middle;
  }
  return at(high);
}

describe("budgets with diminishing returns", () => {
  const channel = fc.record({ effect: number(0.1, 10), half: number(0.5, 20) });

  test("are spent so that marginal returns are equal", () => {
    fc.assert(
      fc.property(
        fc.array(channel, { minLength: 2, maxLength: 12 }),
        number(0.05, 0.95),
        (channels, share) => {
          const most = 10;
          const budget = share * most * channels.length;
          const set = sumBox({
            lower: new Float64Array(channels.length),
            upper: new Float64Array(channels.length).fill(most),
            sum: budget,
          });
          const start = new Float64Array(channels.length).fill(budget / channels.length);
          const { outcome, value, point, residual } = minimizeWithin(response(channels), start, set);
          expect(outcome).toBe("converged");
          expect(residual).toBeLessThan(1e-7);
          const best = response(channels)(
            waterFilling(channels, most, budget),
            new Float64Array(channels.length),
          );
          expect(Math.abs(value - best)).toBeLessThan(1e-10 * Math.abs(best));
          expect(Math.abs(sum(point) - budget)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  test("come out alike in euros and in millions of euros", () => {
    const channels = [
      { effect: 3, half: 2 },
      { effect: 1, half: 0.5 },
      { effect: 2, half: 4 },
    ];
    const solve = (unit: number): Float64Array => {
      const inUnits = channels.map(({ effect, half }) => ({ effect, half: half * unit }));
      const set = sumBox({
        lower: new Float64Array(3),
        upper: new Float64Array(3).fill(9 * unit),
        sum: 6 * unit,
      });
      const result = minimizeWithin(response(inUnits), new Float64Array(3).fill(2 * unit), set);
      expect(result.outcome).toBe("converged");
      return result.point.map((value) => value / unit);
    };
    const inMillions = solve(1);
    for (const unit of [1e-3, 1e3, 1e6]) {
      solve(unit).forEach((value, i) => expect(Math.abs(value - inMillions[i]!)).toBeLessThan(1e-6));
    }
  });
});

test("quadratic problems end where no feasible move goes down", () => {
  // Eighths: curvatures that differ by ten orders of magnitude or more would take this method too long.
  const eighth = fc.integer({ min: -16, max: 16 }).map((value) => value / 8);
  const row = fc.array(eighth, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 4, maxLength: 4 }),
      row,
      number(-3, 3),
      (factor, target, total) => {
        // |F x − t|², convex for any F.
        const objective: Objective = (x, gradient) => {
          gradient.fill(0);
          let value = 0;
          factor.forEach((weights, k) => {
            const miss = weights.reduce((at, weight, i) => at + weight * x[i]!, -target[k]!);
            value += miss * miss;
            weights.forEach((weight, i) => (gradient[i] = gradient[i]! + 2 * miss * weight));
          });
          return value;
        };
        const set = sumBox({
          lower: new Float64Array(4).fill(-1),
          upper: new Float64Array(4).fill(1),
          sum: total,
        });
        const result = minimizeWithin(objective, new Float64Array(4), set, { iterations: 2000 });
        expect(result.outcome).toBe("converged");
        // Against moving a little from any element to any other.
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            const step = Math.min(1e-3, 1 - result.point[i]!, result.point[j]! + 1);
            if (i === j || step <= 0) continue;
            const moved = result.point.slice();
            moved[i]! += step;
            moved[j]! -= step;
            expect(objective(moved, new Float64Array(4))).toBeGreaterThanOrEqual(result.value - 1e-9);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe("outcomes", () => {
  const set = sumBox({ lower: new Float64Array(2), upper: new Float64Array(2).fill(4), sum: 4 });
  const curve: Objective = (x, gradient) => {
    gradient.set([-1 / (1 + x[0]!), -2 / (1 + x[1]!)]);
    return -log1p(x[0]!) - 2 * log1p(x[1]!);
  };

  test("only points of the set are evaluated", () => {
    minimizeWithin(
      (x, gradient) => {
        expect(x[0]! >= 0 && x[1]! >= 0 && Math.abs(x[0]! + x[1]! - 4) < 1e-14).toBe(true);
        return curve(x, gradient);
      },
      Float64Array.of(-7, 30),
      set,
    );
  });

  test("hills lead to a corner, which is a minimum there", () => {
    const hill: Objective = (x, gradient) => {
      gradient.set([-2 * x[0]!, -2 * x[1]!]);
      return -x[0]! * x[0]! - x[1]! * x[1]!;
    };
    const { outcome, point, residual } = minimizeWithin(hill, Float64Array.of(1, 3), set);
    expect([outcome, [...point], residual]).toEqual(["converged", [0, 4], 0]);
  });

  test("a set of one point is its minimum", () => {
    const one = sumBox({ lower: new Float64Array(2), upper: Float64Array.of(1, 3), sum: 4 });
    const { outcome, point, evaluations } = minimizeWithin(curve, new Float64Array(2), one);
    expect([outcome, [...point], evaluations]).toEqual(["converged", [1, 3], 1]);
  });

  test("limits, stops, unbounded and undefined functions are told", () => {
    const start = Float64Array.of(4, 0);
    expect(minimizeWithin(curve, start, set, { iterations: 1 }).outcome).toBe("iteration-limit");
    expect(minimizeWithin(curve, start, set, { onProgress: () => false }).outcome).toBe("stopped");
    expect(minimizeWithin((_, gradient) => (gradient.fill(1), NaN), start, set).outcome).toBe("not-finite");
    const cliff: Objective = (x, gradient) => (gradient.set([1, 0]), x[0]! < 3 ? -Infinity : x[0]!);
    expect(minimizeWithin(cliff, start, set).outcome).toBe("unbounded");
    const wrong: Objective = (x, gradient) => (gradient.set([1, -1]), -x[0]!);
    expect(minimizeWithin(wrong, Float64Array.of(2, 2), set).outcome).toBe("stalled");
  });
});

test("gives the same bits on every machine", () => {
  const channels = Array.from({ length: 8 }, (_, i) => ({ effect: 1 + i, half: 9 - i }));
  const set = sumBox({ lower: new Float64Array(8), upper: new Float64Array(8).fill(7), sum: 20 });
  const { point, value, gradient } = minimizeWithin(response(channels), new Float64Array(8), set);
  expect(bitChecksum([...point, value, ...gradient])).toBe(3906899745);
});
