/** Concave polynomial saturation: the polynomials that rise, bend downwards only, and end flat. */

import { axis, constant, contract, divide, minimum, multiply, powers, subtract, sum } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import type { TransformSetting } from "../../transform.js";
import { relative } from "./knots.js";

/** Choices of the concave polynomial. */
export interface PolynomialSettings {
  /** Degree of the polynomial, a whole number ≥ 1; default 3. */
  readonly degree: number;
}

const degree: TransformSetting<number> = {
  meaning: "degree of the polynomial",
  default: 3,
  why: "a straight line, a parabola and one that bends sooner; a fourth could hardly be told from these",
  range: "a whole number from 1 to 12",
  contains: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12,
};

/**
 * Concave polynomial saturation: a mixture of 1 − (1 − u)^j, which are concave and rise from 0 to 1.
 *
 *     h(x) = Σ_j weight_j · (1 − (1 − u)^j) / Σ_j weight_j,   u = min(x / limit, 1),   j = 1 … degree
 *
 * Every polynomial made so rises and is concave whatever its weights are. At the limit it is 1 and stays there. Computed
 * from the factor u on, so that small media keeps its digits.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `weights` [degree], each > 0, relative to each other; `limit`, > 0, in the unit of x, where nothing
 *                    more can be reached. In graphs: axes among the rows, and `degree`
 * @param settings    `degree` (3)
 * @returns           the axes of all, in [0, 1]
 * @throws {RangeError} that lists every wrong argument
 * @example
 * const parameters = { weights: [1, 1], limit: 4 };
 * concavePolynomialSaturation(Float64Array.of(0, 2, 4, 9), parameters, { degree: 2 }); // => [0, 0.625, 1, 1]
 */
export const concavePolynomialSaturation = defineTransform<
  "weights" | "limit",
  PolynomialSettings,
  "weights"
>({
  kind: "concave-polynomial",
  title: "concave polynomial saturation",
  parameters: {
    weights: relative("weight of each degree, relative to the others", "w", {
      axis: "degree",
      setting: "degree",
    }),
    limit: {
      meaning: "amount of media at which the largest effect is reached",
      symbol: "m",
      unit: "media",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 1.4, logSd: 0.5 },
      why:
        "median 4 mean active periods, 90 % between 1.8 and 9.2: beyond most of what was tried, because a limit within " +
        "the data would be seen as a plateau",
    },
  },
  settings: { degree },
  nonNegative: true,
  rule: (x, { weights, limit }, { degree: highest }) => {
    const power = axis("power", highest);
    const u = minimum(divide(x, limit), 1);
    // 1 − (1 − u)^j = u · Σ_(i < j) (1 − u)^i, so that power i has all the weights of degrees above it.
    const above = Array.from({ length: highest * highest }, (_, i) =>
      Math.floor(i / highest) >= i % highest ? 1 : 0,
    );
    const perPower = contract(weights, constant(above, [axis("degree", highest), power]), ["degree"]);
    const rest = contract(powers(subtract(1, u), power), perPower, ["power"]);
    return divide(multiply(u, rest), sum(weights, ["degree"]));
  },
});
