/** MediaEffect: the coefficients of one group over channels and cells, and what a coefficient of 1 would have done. */

import { add, type Expression, multiply, sqrt, sum } from "@mmm/autodiff";
import { sum as sumOf } from "@mmm/numerics";
import type { NamedExpression } from "../parameters/learn-parameter.js";
import type { ParameterBlock } from "../parameters/parameter-block.js";
import type { PinnedTerm } from "./pinned-term.js";

/** What a coefficient of 1 would have done in the data. */
export interface Reach {
  /** [channel, cell] Σ_t (stock − mean stock of the cell)². */
  readonly variation: Expression;
  /** [channel, cell] what the belief speaks of: money (or KPI) that the stock, or 1 % more media, brings per coefficient. */
  readonly money: Expression;
  /** [channel × cell] by which the learned number is multiplied to get that money: spend, 1 % of it, or the whole KPI. */
  readonly denominator: Float64Array;
  /** Number of periods. */
  readonly periods: number;
}

/** The coefficients of a group and what had to be learned for them. */
export interface MediaEffect {
  /** [channel] or [channel, cell], scaled. */
  readonly coefficient: Expression;
  readonly blocks: readonly ParameterBlock[];
  /** Coordinates that the data of each cell pin; none where effects are not centred. */
  readonly pinned: readonly PinnedTerm[];
  /** What stands in the draws besides coefficient and ROI. */
  readonly quantities: readonly NamedExpression[];
}

/** [channel] sums over the cells of [channel × cell] numbers. */
export function totalsOfChannels(values: Float64Array, channels: number): Float64Array {
  const cells = values.length / channels;
  return Float64Array.from({ length: channels }, (_, c) =>
    sumOf(values.subarray(c * cells, (c + 1) * cells)),
  );
}

/** Far below the stock of any channel that is on at times, which is of the order of 0.1 to 1. */
const tinyStock = 1e-6;

/**
 * Standard deviation of the stock over time: of each cell [channel, cell], or of `cells` cells of one size together
 * [channel], each by its factor.
 */
export function spreadOfStock(
  { variation, periods }: Reach,
  cells: number | undefined,
  factors?: Expression,
): Expression {
  const weighted = factors === undefined ? variation : multiply(variation, multiply(factors, factors));
  const whole = cells === undefined ? weighted : multiply(sum(weighted, ["cell"]), 1 / cells);
  return sqrt(add(multiply(whole, 1 / periods), tinyStock * tinyStock));
}
