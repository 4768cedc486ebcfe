/** Network saturation: a small monotone network, which can take any rising form. */

import { add, contract, divide, expm1, logistic, multiply, negate, sum } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import type { TransformSetting } from "../../transform.js";
import { relative } from "./knots.js";

/** Choices of the network. */
export interface NetworkSettings {
  /** Number of units of the hidden layer, a whole number ≥ 1; default 4. */
  readonly units: number;
}

const units: TransformSetting<number> = {
  meaning: "number of hidden units",
  default: 4,
  why: "more curves than one market's history can tell apart; each unit costs three parameters",
  range: "a whole number from 1 to 64",
  contains: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 64,
};

/**
 * Monotone network saturation: one hidden layer of logistic units whose weights are all above 0, moved to 0 at no media
 * and scaled to end at 1.
 *
 *     h(x) = Σ_u weight_u · g_u(x) / Σ_u weight_u
 *     g_u(x) = (σ(rate_u · x + offset_u) − σ(offset_u)) / (1 − σ(offset_u)) = σ(rate_u · x + offset_u) · (1 − e^(−rate_u · x))
 *
 * with σ the logistic function. A unit with an offset ≥ 0 is concave, one below 0 is S-shaped. Units may change places
 * without changing the curve, so look at the curve and not at its parameters, and start chains from one place.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `weights` [unit], each > 0, relative to each other; `rates` [unit], each > 0, per unit of x; `offsets`
 *                    [unit], any. In graphs: axes among the rows, and `unit`
 * @param settings    `units` (4)
 * @returns           the axes of all, in [0, 1)
 * @throws {RangeError} that lists every wrong argument
 * @source sill1998
 * @example
 * const parameters = { weights: [1, 1], rates: [1, 2], offsets: 0 };
 * const effect = networkSaturation(Float64Array.of(0, 1), parameters, { units: 2 });
 * effect; // => [0, (Math.tanh(0.5) + Math.tanh(1)) / 2]
 */
export const networkSaturation = defineTransform<
  "weights" | "rates" | "offsets",
  NetworkSettings,
  "weights" | "rates" | "offsets"
>({
  kind: "network",
  title: "network saturation",
  parameters: {
    weights: relative("weight of each unit, relative to the others", "w", { axis: "unit", setting: "units" }),
    rates: {
      meaning: "rate at which each unit saturates",
      symbol: "a",
      unit: "per-media",
      support: "positive",
      prior: { distribution: "gamma", shape: 2, rate: 1 },
      why:
        "each 90 % between 0.36 and 4.7 per mean active period: half of a unit is reached between a quarter and three of " +
        "them",
      list: { axis: "unit", setting: "units" },
    },
    offsets: {
      meaning: "where each unit is steepest, in units of its rate and with the sign turned",
      symbol: "b",
      unit: "one",
      support: "real",
      prior: { distribution: "normal", mean: 0, sd: 2 },
      why: "each 90 % between −3.3 and 3.3: as many concave units as S-shaped ones",
      list: { axis: "unit", setting: "units" },
    },
  },
  settings: { units },
  nonNegative: true,
  rule: (x, { weights, rates, offsets }) => {
    const driven = multiply(x, rates);
    const curves = multiply(logistic(add(driven, offsets)), negate(expm1(negate(driven))));
    return divide(contract(curves, weights, ["unit"]), sum(weights, ["unit"]));
  },
});
