/** The logarithm of the modified Bessel function I₀ as an expression. */

import {
  add,
  axis,
  constant,
  contract,
  type Expression,
  greater,
  log,
  log1p,
  maximum,
  minimum,
  multiply,
  powers,
  reciprocal,
  select,
  square,
  subtract,
  toExpression,
  type Operand,
} from "@mmm/autodiff";
import { halfLogTwoPi } from "../families/real-line/normal.js";

/** From here on the asymptotic series reaches 1e−16 before it turns; below, forty-eight terms of the power series do. */
const largeFrom = 18;
const powerTerms = 48;
const asymptoticTerms = 30;

/** 1 / (k!)² for k ≥ 1: coefficients of (κ²/4)^k; the first stands for k = 0, which `log1p` adds. */
const powerAxis = axis("logBesselI0.power", powerTerms);
const powerValues = constant(
  seriesOf(powerTerms, (k) => 1 / (k * k)),
  [powerAxis],
);
/** ((2k − 1)!!)² / k! for k ≥ 1: coefficients of (8κ)^−k. */
const asymptoticAxis = axis("logBesselI0.asymptotic", asymptoticTerms);
const asymptoticValues = constant(
  seriesOf(asymptoticTerms, (k) => ((2 * k - 1) * (2 * k - 1)) / k),
  [asymptoticAxis],
);

/** Products of ratios of neighbouring terms, the first replaced by 0. */
function seriesOf(count: number, ratio: (k: number) => number): readonly number[] {
  const terms = [1];
  for (let k = 1; k < count; k++) terms.push(terms[k - 1]! * ratio(k));
  return [0, ...terms.slice(1)];
}

/**
 * log I₀(κ); all terms of both series are positive, so that nothing cancels, in the slope I₁ / I₀ neither.
 *
 * @param kappa  any axes, > 0
 * @returns      the axes of kappa
 * @source abramowitz1964
 */
export function logBesselI0(kappa: Operand): Expression {
  const node = toExpression(kappa);
  const small = multiply(square(minimum(largeFrom, node)), 0.25);
  const fromPowers = log1p(contract(powers(small, powerAxis), powerValues, [powerAxis.name]));
  const large = maximum(node, largeFrom);
  const inverse = multiply(reciprocal(large), 0.125);
  const rest = log1p(contract(powers(inverse, asymptoticAxis), asymptoticValues, [asymptoticAxis.name]));
  const fromAsymptote = add(subtract(large, add(multiply(log(large), 0.5), halfLogTwoPi)), rest);
  return select(greater(node, largeFrom), fromAsymptote, fromPowers);
}
