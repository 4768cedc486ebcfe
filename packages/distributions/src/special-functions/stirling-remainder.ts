/** What Stirling's formula leaves of the gamma function, from which ratios of large ones keep their digits. */

import {
  add,
  axis,
  constant,
  contract,
  divide,
  type Expression,
  log,
  log1p,
  multiply,
  type Operand,
  powers,
  reciprocal,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";

/** From here on up the series is exact to 1e−17; below, the recurrence of Γ steps up to here. */
const steps = 8;
const stepAxis = axis("stirlingRemainder.step", steps);
const stepValues = constant(
  Array.from({ length: steps }, (_, k) => k),
  [stepAxis],
);
const stepsLeft = subtract(steps, stepValues);

/** B₂ₙ / (2n (2n − 1)) for n = 1 … 9: coefficients of w⁻¹, w⁻³, w⁻⁵ … */
const series = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];
const termAxis = axis("stirlingRemainder.term", series.length);
const seriesValues = constant(series, [termAxis]);

/**
 * log Γ(z) − (z − ½) log z + z − ½ log 2π, which falls to 0 like 1/(12z).
 *
 * Stirling's series at z + 8, and eight steps of Γ(z + 1) = z Γ(z) down; nothing in it is large where z is.
 *
 * @param z  any axes, > 0
 * @returns  the axes of z, > 0
 */
export function stirlingRemainder(z: Operand): Expression {
  const inverse = reciprocal(add(z, steps));
  const atTop = multiply(inverse, contract(powers(square(inverse), termAxis), seriesValues, [termAxis.name]));
  const climbed = sum(log1p(divide(stepsLeft, add(z, stepValues))), [stepAxis.name]);
  const power = subtract(multiply(subtract(z, 0.5), log1p(divide(steps, z))), steps);
  return add(atTop, add(climbed, power));
}

/**
 * log k! − k log(k + 1) + k, exactly 0 at k = 0: what is left of a factorial when its large part goes elsewhere.
 *
 * @param k  any axes, ≥ 0
 * @returns  the axes of k, ≥ 0
 */
export function logFactorialRest(k: Operand): Expression {
  const next = add(k, 1);
  const remainders = subtract(stirlingRemainder(next), stirlingRemainder(1));
  return add(multiply(log(next), 0.5), remainders);
}
