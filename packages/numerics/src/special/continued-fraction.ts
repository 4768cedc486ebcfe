/** Continued fractions, evaluated from the front by the modified method of Lentz. */

/** A factor this close to 1 no longer changes the product. */
const PRECISION = 2.3e-16;
/** Stands for 0 in the ratios, so that none is divided by zero; far below any of them. */
const TINY = 1e-300;

/**
 * d₀ + n₁ / (d₁ + n₂ / (d₂ + …)), until it stops changing.
 *
 * @param numerator    n₁, n₂, … by index from 1
 * @param denominator  d₀, d₁, … by index from 0
 * @source press2007
 */
export function continuedFraction(
  numerator: (index: number) => number,
  denominator: (index: number) => number,
): number {
  let total = awayFromZero(denominator(0));
  let ahead = total;
  let behind = 0;
  for (let index = 1; ; index++) {
    const top = numerator(index);
    const bottom = denominator(index);
    behind = 1 / awayFromZero(bottom + top * behind);
    ahead = awayFromZero(bottom + top / ahead);
    const change = ahead * behind;
    total *= change;
    // Written so that NaN ends the loop too.
    if (!(Math.abs(change - 1) > PRECISION)) return total;
  }
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
