/** The tail of the normal distribution beyond a point: what truncated normal distributions are made of. */

import {
  add,
  axis,
  constant,
  contract,
  expm1 as expm1Of,
  type Expression,
  greater,
  log as logOf,
  maximum,
  minimum,
  multiply,
  negate,
  normalLogCdf as normalLogCdfOf,
  powers,
  reciprocal,
  select,
  square,
  subtract,
} from "@mmm/autodiff";
import { exp, log, normalLogCdf, normalQuantile } from "@mmm/numerics";
import { halfLogTwoPi } from "../families/real-line/normal.js";

/** From here on outwards the continued fraction below is exact to 1e−16; nearer, the distribution function keeps its digits. */
const farOut = 5;
/** Beyond this many standard deviations behind the near end nothing is left: Φ(−40) is below the smallest double. */
const endOfAll = 40;

/**
 * The hazard λ(a) = φ(a) / Φ(−a) = a + 1/(a + 2/(a + 3/(a + …))) cut after 28 terms, as a ratio of polynomials in
 * y = 1/a²: λ = a · N(y) / D(y). All coefficients are positive, so nothing cancels; not in λ(a) − a either, which is its
 * logarithm's derivative and which φ and Φ would lose.
 */
const [numerator, denominator] = hazardPolynomials(28);
const powerAxis = axis("normalTail.power", numerator!.length);
const [numeratorValues, denominatorValues] = [
  constant(numerator!, [powerAxis]),
  constant(denominator!, [powerAxis]),
];

/** Convergents by Wallis's recurrence, each divided by its leading power of a. */
function hazardPolynomials(terms: number): readonly (readonly number[])[] {
  const size = terms / 2 + 1;
  return [
    [1, 1],
    [0, 1],
  ].map(([before, at]) => {
    let [older, newer] = [before!, at!].map((first) => [first, ...new Array<number>(size - 1).fill(0)]);
    for (let k = 1; k <= terms; k++) {
      const next = newer!.map((coefficient, j) => coefficient + (j === 0 ? 0 : k * older![j - 1]!));
      [older, newer] = [newer, next];
    }
    return newer!;
  });
}

/** log λ(a) far out, where `normalTailCases` asks for it. */
export function normalTailLogHazard(a: Expression): Expression {
  const terms = powers(square(reciprocal(a)), powerAxis);
  const [top, bottom] = [numeratorValues, denominatorValues].map((values) =>
    contract(terms, values, [powerAxis.name]),
  );
  return add(logOf(a), subtract(logOf(top!), logOf(bottom!)));
}

/**
 * An expression in a that far out is written with the hazard and nearer with the distribution function; each formula gets
 * an a that it can take wherever it is not picked.
 */
export function normalTailCases(
  a: Expression,
  far: (a: Expression) => Expression,
  near: (a: Expression) => Expression,
): Expression {
  // The derivative of a minimum goes to its second operand where both are equal.
  return select(greater(a, farOut), far(maximum(a, farOut)), near(minimum(farOut, a)));
}

/** The same for one number. */
function logHazardAt(a: number): number {
  const y = 1 / (a * a);
  let [top, bottom] = [0, 0];
  for (let j = numerator!.length - 1; j >= 0; j--) {
    top = top * y + numerator![j]!;
    bottom = bottom * y + denominator![j]!;
  }
  return log(a) + log(top / bottom);
}

/**
 * log(φ(z) / Φ(−a)), the standard normal density beyond a.
 *
 * @param a       the near end
 * @param beyond  z − a, ≥ 0: given beside z because far out its digits are lost in the difference
 * @param z       where the density is asked
 * @returns       the axes of all
 */
export function normalTailLogDensity(a: Expression, beyond: Expression, z: Expression): Expression {
  const logDensity = negate(add(multiply(square(z), 0.5), halfLogTwoPi));
  return normalTailCases(
    a,
    (far) => subtract(normalTailLogHazard(far), fallOfSquare(far, beyond)),
    (near) => subtract(logDensity, normalLogCdfOf(negate(near))),
  );
}

/** ½ (a + beyond)² − ½ a². */
function fallOfSquare(a: Expression, beyond: Expression): Expression {
  return multiply(multiply(beyond, 0.5), add(beyond, multiply(a, 2)));
}

/**
 * log Φ(−a), with a derivative that keeps its digits far out.
 *
 * @param a  any axes
 * @returns  the axes of a
 */
export function normalTailLogMass(a: Expression): Expression {
  return normalTailCases(
    a,
    (far) => negate(add(add(multiply(square(far), 0.5), halfLogTwoPi), normalTailLogHazard(far))),
    (near) => normalLogCdfOf(negate(near)),
  );
}

/**
 * log of the share of the tail beyond a that lies within `width` of it, log(1 − Φ(−a − width) / Φ(−a)).
 *
 * @param a      the near end
 * @param width  > 0
 * @returns      the axes of both
 */
export function normalTailLogShare(a: Expression, width: Expression): Expression {
  const reach = minimum(width, endOfAll);
  const fall = normalTailCases(
    a,
    (far) =>
      add(fallOfSquare(far, reach), subtract(normalTailLogHazard(add(far, reach)), normalTailLogHazard(far))),
    (near) => {
      const end = minimum(add(near, width), endOfAll);
      return subtract(normalLogCdfOf(negate(near)), normalLogCdfOf(negate(end)));
    },
  );
  return logOf(negate(expm1Of(negate(fall))));
}

/** λ(a) for one number. */
export function normalTailHazard(a: number): number {
  if (a > farOut) return exp(logHazardAt(a));
  return exp(-0.5 * a * a - halfLogTwoPi - normalLogCdf(-a));
}

/** log Φ(−a) − log Φ(−a − beyond): how far the tail has fallen a distance behind a. Rises from 0, ever more steeply. */
export function normalTailFall(a: number, beyond: number): number {
  if (beyond === Infinity) return Infinity;
  if (a <= farOut) return normalLogCdf(-a) - normalLogCdf(-a - beyond);
  return beyond * (a + 0.5 * beyond) + logHazardAt(a + beyond) - logHazardAt(a);
}

/** The distance behind a at which the tail has fallen by so much; the inverse of `normalTailFall`. */
export function normalTailDistance(a: number, fall: number): number {
  if (fall === 0 || fall === Infinity) return fall;
  const logTail = normalLogCdf(-a) - fall;
  if (a <= farOut && logTail > -700) return -normalQuantile(exp(logTail)) - a;
  // Newton on a convex function: whatever the start, from the second step on the way leads down to the root, and the
  // error after a step is of the order of its square.
  let beyond = Math.min(fall / normalTailHazard(a), Math.sqrt(2 * fall) + Math.abs(a));
  for (let count = 0; count < 100; count++) {
    const step = (normalTailFall(a, beyond) - fall) / normalTailHazard(a + beyond);
    beyond -= step;
    if (Math.abs(step) <= 1e-9 * beyond) break;
  }
  return beyond;
}
