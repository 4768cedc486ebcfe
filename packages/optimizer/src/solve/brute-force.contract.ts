/** Brute force: every plan of a grid, the judge of cleverer searches over two to four items. */

import type { ResponseSurface } from "@mmm/model";
import { outcomeSource } from "../decision/outcomes.js";
import { planSpace } from "../decision/plan-space.js";

/** The best mean outcome over plans that spend the budget in equal steps, each item between its bounds; today's flighting. */
export function bruteForce(
  surface: ResponseSurface,
  budget: number,
  steps: number,
  bounds: (item: number) => readonly [number, number] = () => [0, budget],
): { readonly value: number; readonly x: Float64Array } {
  const source = outcomeSource(surface, planSpace(surface, { kind: "today" }));
  const items = source.space.size;
  const weights = new Float64Array(surface.draws).fill(1 / surface.draws);
  // Items add up, so that each one's mean outcome is needed once per step.
  const table = Array.from(
    { length: steps + 1 },
    (_, k) => source.ofItems(new Float64Array(items).fill((budget * k) / steps), weights).value,
  );
  let best = -Infinity;
  let at: readonly number[] = [];
  const allows = (item: number, k: number): boolean => {
    const [low, high] = bounds(item);
    const money = (budget * k) / steps;
    return money >= low - 1e-9 * budget && money <= high + 1e-9 * budget;
  };
  const visit = (item: number, left: number, value: number, chosen: readonly number[]): void => {
    if (item === items - 1) {
      const total = value + table[left][item];
      if (allows(item, left) && total > best) [best, at] = [total, [...chosen, left]];
      return;
    }
    for (let k = 0; k <= left; k++) {
      if (allows(item, k)) visit(item + 1, left - k, value + table[k][item], [...chosen, k]);
    }
  };
  visit(0, steps, 0, []);
  return { value: best, x: Float64Array.from(at, (k) => (budget * k) / steps) };
}
