/** Valuation: an objective as a function of the decision, with its gradient. */

import { sum } from "@mmm/numerics";
import type { OutcomeSource } from "../decision/outcomes.js";
import type { Objective, OutcomeDistribution } from "../objective/objective.js";

/** What a decision is worth. */
export interface Worth {
  readonly value: number;
  /** [variable] */
  readonly gradient: Float64Array;
  /** [draw] */
  readonly outcome: Float64Array;
  /** [draw] ∂value / ∂outcome: what each draw weighs. */
  readonly weights: Float64Array;
  /** ∂value / ∂spend where the objective counts money itself. */
  readonly perSpend: number;
}

/** Everything that does not depend on the decision. */
export type Comparison = Omit<OutcomeDistribution, "outcome" | "spend">;

/** The worth of decisions; each has arrays of its own. */
export function valuation(
  source: OutcomeSource,
  objective: Objective,
  comparison: Comparison,
): (x: Float64Array) => Worth {
  const judge = (outcome: Float64Array, x: Float64Array, weights: Float64Array) =>
    objective.evaluate({ ...comparison, outcome, spend: sum(x) }, weights);
  // Weights of a linear objective are the same everywhere, so that one sum over draws is the whole gradient.
  const fixed = objective.shape === "linear" ? new Float64Array(source.draws) : undefined;
  if (fixed !== undefined) judge(comparison.today, source.space.today, fixed);
  return remembering((x) => {
    const weights = fixed?.slice() ?? new Float64Array(source.draws);
    const gradient = new Float64Array(x.length);
    const drawn = fixed === undefined ? source.ofDraws(x) : undefined;
    const outcome = drawn === undefined ? source.weighted(x, weights, gradient) : drawn.outcome.slice();
    const { value, perSpend } = judge(outcome, x, weights);
    if (drawn !== undefined) addWeighted(drawn.jacobian, weights, gradient);
    if (perSpend !== 0) for (let i = 0; i < gradient.length; i++) gradient[i] += perSpend;
    return { value, gradient, outcome, weights, perSpend };
  });
}

/** Plans that are asked about again right after a search. */
const REMEMBERED = 3;

/** The same function, without a second pass over the draws for the plans it was asked about last. */
function remembering(worthOf: (x: Float64Array) => Worth): (x: Float64Array) => Worth {
  const last: { readonly x: Float64Array; readonly worth: Worth }[] = [];
  return (x) => {
    const known = last.find((own) => own.x.every((value, i) => value === x[i]));
    if (known !== undefined) return known.worth;
    const worth = worthOf(x);
    last.unshift({ x: x.slice(), worth });
    last.length = Math.min(last.length, REMEMBERED);
    return worth;
  };
}

function addWeighted(jacobian: Float64Array, weights: Float64Array, gradient: Float64Array): void {
  const size = gradient.length;
  for (let draw = 0; draw < weights.length; draw++) {
    const weight = weights[draw];
    if (weight === 0) continue;
    for (let i = 0; i < size; i++) gradient[i] += weight * jacobian[draw * size + i];
  }
}
