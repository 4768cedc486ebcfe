/**
 * Time effects: what moves all cells of a panel alike from one period to the next, and nothing in the data explains.
 *
 *     effect[t] ~ normal(0, spread),   Σ_t effect[t] = 0
 *
 * Without them, every week that is good or bad everywhere counts as many independent times as there are cells, and media
 * that were on that week take the credit. They are pinned by the mean of the cells in each period. The sum-to-zero
 * constraint (the intercepts have the level) is an orthonormal map of T − 1 free numbers, a Householder reflection:
 *
 *     s = Σ c,   norm = s / (√T + T),   effect = [c, norm − s / √T] − norm
 */

import {
  add,
  arrange,
  at,
  axis,
  concatenate,
  type Expression,
  input,
  mean,
  multiply,
  slice,
  subtract,
  sum,
} from "@mmm/autodiff";
import { normal } from "@mmm/distributions";
import { drawNormal } from "@mmm/numerics";
import { makeParameterBlock, type ParameterBlock } from "../parameters/parameter-block.js";
import type { TimeEffectsSpec } from "../spec/model-spec.js";
import type { PinnedTerm } from "./pinned-term.js";

/** The effects of a panel's periods. */
export interface TimeEffects {
  readonly spread: ParameterBlock;
  /** Free numbers in units of the spread; none where the effects are pinned. */
  readonly deviations: readonly ParameterBlock[];
  /** Pinned free numbers; none where they are deviations. */
  readonly terms: readonly PinnedTerm[];
  /** [time], scaled. */
  readonly effect: Expression;
}

/** Builds time effects given the rest of the mean [cell, time]: pinned by the cells of each period, or not. */
export function timeEffects(
  spec: TimeEffectsSpec,
  periods: number,
  rest: Expression,
  pinned: boolean,
): TimeEffects {
  const spread = makeParameterBlock({ name: "time_effect_spread", axes: [], priors: [spec.spread] });
  if (!pinned) {
    const standard = { distribution: "normal", mean: 0, sd: 1 };
    const numbers = Array.from({ length: periods - 1 }, (_, i) => String(i + 1));
    const block = makeParameterBlock({
      name: "time_effect_deviation",
      axes: [{ name: "time", coordinates: numbers }],
      priors: numbers.map(() => standard),
    });
    const effect = multiply(fromContrasts(block.value, periods), spread.value);
    return { spread, deviations: [{ ...block, shown: false }], terms: [], effect };
  }
  const theta = input("baseline of each period", [axis("time", periods - 1)]);
  const shift = toContrasts(mean(rest, ["cell"]), periods);
  const coefficients = subtract(theta, shift);
  const term: PinnedTerm = {
    ...{ theta, shift },
    logPrior: sum(normal.logDensity(coefficients, { mean: 0, sd: spread.value })),
    needs: { spread: spread.value },
    draw: (stream, read) => {
      const [scale] = read("spread");
      return Float64Array.from({ length: periods - 1 }, () => scale! * drawNormal(stream));
    },
  };
  return { spread, deviations: [], terms: [term], effect: fromContrasts(coefficients, periods) };
}

/** The T effects of T − 1 free numbers; they add up to 0. */
function fromContrasts(free: Expression, periods: number): Expression {
  const total = sum(free);
  const norm = multiply(total, 1 / (Math.sqrt(periods) + periods));
  const last = subtract(norm, multiply(total, 1 / Math.sqrt(periods)));
  const whole = concatenate([free, arrange(last, [axis("time", 1)])], "time");
  return subtract(whole, norm);
}

/** The T − 1 numbers behind the deviations of a series from its mean. */
function toContrasts(series: Expression, periods: number): Expression {
  const deviations = subtract(series, mean(series));
  const total = multiply(at(deviations, "time", periods - 1), -Math.sqrt(periods));
  const norm = multiply(total, 1 / (Math.sqrt(periods) + periods));
  return add(slice(deviations, "time", 0, periods - 1), norm);
}
