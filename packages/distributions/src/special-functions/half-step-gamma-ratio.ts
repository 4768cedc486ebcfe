/** The ratio of two gamma functions half a step apart, without the digits that their difference would lose. */

import {
  add,
  axis,
  constant,
  contract,
  divide,
  type Expression,
  log1p,
  multiply,
  type Operand,
  powers,
  reciprocal,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";

/** From here on up (z + 12) the series is exact to 3e−17; below, the recurrence of Γ steps up to here. */
const steps = 12;
const stepAxis = axis("halfStepGammaRatio.step", steps);
const stepValues = constant(
  Array.from({ length: steps }, (_, k) => k),
  [stepAxis],
);

/** 2 Bₙ(¼) / (n (n − 1)) for n = 3, 5 … 13: coefficients of w⁻², w⁻⁴ …; the first stands for w⁰. */
const series = [0, 1 / 64, -5 / 2048, 61 / 49152, -1385 / 1048576, 50521 / 20971520, -2702765 / 402653184];
const termAxis = axis("halfStepGammaRatio.term", series.length);
const seriesValues = constant(series, [termAxis]);

/**
 * log Γ(z + ½) − log Γ(z) − ½ log z, which falls to 0 like −1/(8z).
 *
 * Stirling's series of both at w = z + 12 − ¼, where odd powers vanish, and twelve steps of Γ(z + 1) = z Γ(z) down.
 * Two `logGamma` would lose z · 1e−16, which at a million degrees of freedom is the tenth digit, in value and gradient.
 *
 * @param z  any axes, > 0
 * @returns  the axes of z, < 0
 */
export function halfStepGammaRatio(z: Operand): Expression {
  const w = add(z, steps - 0.25);
  const atTop = contract(powers(square(reciprocal(w)), termAxis), seriesValues, [termAxis.name]);
  const climbed = sum(log1p(divide(0.5, add(z, stepValues))), [stepAxis.name]);
  const logs = multiply(log1p(divide(steps - 0.25, z)), 0.5);
  return add(logs, subtract(atTop, climbed));
}
