/** Distribution: what the library must know about a family of distributions of one real number, in one record. */

import type { Expression, Operand } from "@mmm/autodiff";
import type { Family, FamilyParameter } from "./family.js";
import type { Support } from "./supports/support.js";

/** One parameter of a family. */
export type DistributionParameter = FamilyParameter<Support>;

/**
 * A family of distributions of one real number.
 *
 * The density is an expression, so its gradient with respect to the quantity and to every parameter comes from the
 * engine; everything else works on plain numbers.
 */
export interface Distribution<P extends string = string> extends Family<P, Support, Support> {
  /**
   * Log density, normalised, with every constant. Holds inside the support only: outside, the formula simply
   * continues, because a sampler that moves through `support` never asks there.
   *
   * @param x           any axes, inside the support
   * @param parameters  any axes each, inside their supports; broadcast by axis name
   * @returns           the axes of all, one log density per element
   */
  logDensity(x: Operand, parameters: Readonly<Record<P, Operand>>): Expression;
}
