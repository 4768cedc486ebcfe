/** DiscreteDistribution: what the library must know about a family of distributions of one count, in one record. */

import type { Expression, Operand } from "@mmm/autodiff";
import type { Family } from "./family.js";
import type { Support } from "./supports/support.js";
import type { WholeNumbers } from "./supports/whole-numbers.js";

/**
 * A family of distributions of one whole number: counts and yes-or-no outcomes, as data have them. Samplers can not move
 * through whole numbers, so a discrete family is a likelihood, never a prior.
 *
 * The log probability is an expression, so its gradient with respect to every parameter comes from the engine.
 */
export interface DiscreteDistribution<P extends string = string> extends Family<
  P,
  WholeNumbers,
  Support | WholeNumbers
> {
  /**
   * Log probability of a count, with every constant. Holds for whole numbers inside the support only.
   *
   * @param k           any axes, whole numbers inside the support
   * @param parameters  any axes each, inside their supports; broadcast by axis name
   * @returns           the axes of all, one log probability per element
   */
  logProbability(k: Operand, parameters: Readonly<Record<P, Operand>>): Expression;
}
