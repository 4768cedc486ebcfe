import { randomStream, drawNormal, exp } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { type AnalyticItem, analyticSurface } from "../analytic-surface.contract.js";
import { parseBudgetProblem } from "../problem/parse-budget-problem.js";
import { explainedBy } from "./explained-by.js";
import { optimizeBudget } from "./optimize-budget.js";

const half = 40;
const item = (effect: number): AnalyticItem => ({ effect, half, slope: 1, retention: 0 });

/** Two channels of one curve and given effects by draw, in one period with money for both. */
function informationOf(effects: readonly (readonly [number, number])[]): {
  readonly perfect: number;
  readonly channels: readonly number[];
} {
  const surface = analyticSurface({
    names: ["a", "b"],
    periods: 1,
    spend: Float64Array.of(50, 50),
    drawn: effects.map((pair) => pair.map(item)),
  });
  const best = optimizeBudget(surface, parseBudgetProblem({}), { optimumDraws: effects.length });
  if (best.kind === "infeasible") throw new Error(best.conflict.message);
  const { perfect, channels } = best.information!;
  return { perfect, channels: channels.map(({ value }) => value) };
}

/** Expected best outcome when each of some equally likely pairs of effects is known, over a fine grid of plans. */
function knowing(pairs: readonly (readonly [number, number])[]): number {
  const f = (x: number): number => x / (x + half);
  const best = ([a, b]: readonly [number, number]): number =>
    Math.max(...Array.from({ length: 2001 }, (_, k) => a * f(k / 20) + b * f(100 - k / 20)));
  return pairs.reduce((total, pair) => total + best(pair), 0) / pairs.length;
}

const likely = [40, 90, 110, 160] as const;

describe("the value of knowing one channel", () => {
  it("is that of its own uncertainty where channels are independent", () => {
    const { channels } = informationOf(likely.flatMap((a) => likely.map((b) => [a, b] as const)));
    const exact = knowing(likely.map((a) => [a, 100])) - knowing([[100, 100]]);
    for (const value of channels) expect(value / exact).toBeCloseTo(1, 1);
  });

  it("is nothing where the other channel is better and worse with it, and the best plan stays", () => {
    const { channels, perfect } = informationOf(likely.map((a) => [a, a] as const));
    const alone = knowing(likely.map((a) => [a, 100])) - knowing([[100, 100]]);
    expect(perfect).toBeLessThan(1e-6);
    // The rest is interpolation between amounts of the other channel.
    for (const value of channels) expect(value).toBeLessThan(0.005 * alone);
  });

  it("is that of knowing everything where the other channel follows from it", () => {
    const pairs = likely.map((a) => [a, 200 - a] as const);
    const { channels, perfect } = informationOf(pairs);
    expect(perfect / (knowing(pairs) - knowing([[100, 100]]))).toBeCloseTo(1, 2);
    for (const value of channels) {
      expect(value / perfect).toBeGreaterThan(0.97);
      expect(value / perfect).toBeLessThan(1 + 1e-9);
    }
  });
});

describe("explainedBy", () => {
  const stream = randomStream(1);
  const z = Float64Array.from({ length: 400 }, () => drawNormal(stream));

  it("finds a quadratic exactly, and of noise a share of terms per draw", () => {
    const curve = z.map((value) => 3 + 2 * value - value * value);
    const noise = z.map(() => drawNormal(stream));
    const [exact, chance] = explainedBy([z], [curve, noise]);
    curve.forEach((value, k) => expect(exact![k]).toBeCloseTo(value, 10));
    // Two terms of 400 draws explain 2 / 400 of the variance; 0.05 is ten times that, and beyond it by chance once in 10⁴.
    expect(chance!.reduce((total, value) => total + value * value, 0) / 400).toBeLessThan(0.05);
  });

  it("explains nothing by what never varies, and takes numbers that repeat each other", () => {
    const target = z.map((value) => exp(value));
    const [flat] = explainedBy([new Float64Array(400).fill(7)], [target]);
    expect(new Set(flat).size).toBe(1);
    const [once] = explainedBy([z], [target]);
    const [twice] = explainedBy([z, z.map((value) => 2 * value)], [target]);
    twice!.forEach((value, k) => expect(value).toBeCloseTo(once![k]!, 8));
  });
});
