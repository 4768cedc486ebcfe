/** The logarithm of the slope of the logistic function, which every support between two ends needs. */

import { type Expression, multiply, softplus, subtract } from "@mmm/autodiff";

/** log of the derivative of the logistic function, u − 2 log(1 + eᵘ): exact where the logistic itself rounds to 1. */
export function logisticLogSlope(u: Expression): Expression {
  return subtract(u, multiply(softplus(u), 2));
}
