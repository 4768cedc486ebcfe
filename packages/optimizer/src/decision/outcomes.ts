/** Outcomes of a decision by every draw, with their gradients, and of each item under weights of draws. */

import type { ResponseSurface } from "@mmm/model";
import { addPulledBack, type PlanSpace, writeSpend } from "./plan-space.js";

/** What a decision brings, by every draw. */
export interface DrawnOutcomes {
  /** [draw] */
  readonly outcome: Float64Array;
  /** [draw × variable] ∂outcome / ∂variable */
  readonly jacobian: Float64Array;
}

/** What each item brings on average, under weights of draws. */
export interface ItemOutcomes {
  /** [item] Σ over draws of weight · outcome */
  readonly value: Float64Array;
  /** [variable] ∂ / ∂variable */
  readonly slope: Float64Array;
}

/** Asks a surface about decisions; its buffers are its own. */
export interface OutcomeSource {
  readonly draws: number;
  readonly space: PlanSpace;
  /** By every draw; the arrays are overwritten by the next call. */
  readonly ofDraws: (x: Float64Array) => DrawnOutcomes;
  /** By every draw (a new array), and the gradient of their weighted sum, added to `gradient` [variable]. */
  readonly weighted: (x: Float64Array, weights: Float64Array, gradient: Float64Array) => Float64Array;
  /** By one draw: the outcome, with its gradient [variable] overwritten. */
  readonly ofDraw: (draw: number, x: Float64Array, gradient: Float64Array) => number;
  /** By item, under weights [draw]; new arrays. */
  readonly ofItems: (x: Float64Array, weights: Float64Array) => ItemOutcomes;
}

/** Buffers of one source, and the outcome of the plan in them by a draw. */
interface Asking {
  readonly spend: Float64Array;
  readonly gradient: Float64Array;
  readonly byItem: Float64Array;
  readonly evaluate: (draw: number) => number;
}

/** The source of outcomes of a surface over a space of decisions. */
export function outcomeSource(surface: ResponseSurface, space: PlanSpace): OutcomeSource {
  const { draws } = surface;
  const asking = askingOf(surface, space);
  const { spend, gradient, evaluate } = asking;
  const outcome = new Float64Array(draws);
  let jacobian = new Float64Array(0);
  return {
    draws,
    space,
    ofDraws: (x) => {
      // A whole matrix is needed only by some objectives, so that it is made when one asks.
      if (jacobian.length === 0) jacobian = new Float64Array(draws * space.size);
      jacobian.fill(0);
      writeSpend(space, x, spend);
      for (let draw = 0; draw < draws; draw++) {
        outcome[draw] = evaluate(draw);
        addPulledBack(space, gradient, 1, jacobian, draw * space.size);
      }
      return { outcome, jacobian };
    },
    weighted: (x, weights, into) => {
      const outcomes = new Float64Array(draws);
      sumOverDraws(asking, space, x, weights, into, (draw, total) => (outcomes[draw] = total));
      return outcomes;
    },
    ofDraw: (draw, x, into) => {
      writeSpend(space, x, spend);
      const value = evaluate(draw);
      addPulledBack(space, gradient, 1, into.fill(0), 0);
      return value;
    },
    ofItems: (x, weights) => {
      const value = new Float64Array(space.items);
      const slope = new Float64Array(space.size);
      sumOverDraws(asking, space, x, weights, slope, (draw) => {
        for (let i = 0; i < value.length; i++) value[i] += weights[draw] * asking.byItem[i];
      });
      return { value, slope };
    },
  };
}

function askingOf(surface: ResponseSurface, space: PlanSpace): Asking {
  const spend = new Float64Array(surface.spend.length);
  const gradient = new Float64Array(surface.spend.length);
  const byItem = new Float64Array(space.items);
  return {
    ...{ spend, gradient, byItem },
    evaluate: (draw) => {
      surface.evaluate(draw, spend, byItem, gradient);
      return byItem.reduce((total, value) => total + value, 0);
    },
  };
}

/** Adds the weighted gradient of all draws to `into`, and visits each with its outcome. */
function sumOverDraws(
  { spend, gradient, evaluate }: Asking,
  space: PlanSpace,
  x: Float64Array,
  weights: Float64Array,
  into: Float64Array,
  visit: (draw: number, total: number) => void,
): void {
  writeSpend(space, x, spend);
  const sum = new Float64Array(gradient.length);
  for (let draw = 0; draw < weights.length; draw++) {
    visit(draw, evaluate(draw));
    const weight = weights[draw];
    if (weight === 0) continue;
    for (let k = 0; k < sum.length; k++) sum[k] += weight * gradient[k];
  }
  addPulledBack(space, sum, 1, into, 0);
}
