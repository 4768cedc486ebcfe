/** Sine and cosine, from basic arithmetic only. */
import { reduceAngle } from "./reduce-angle.js";

/**
 * The sine of an angle in radians, the same bits on every machine. Measured error ≤ 0.8 ulp for angles of any size
 * (beyond 1.5e6 the reduction uses big integers and takes microseconds).
 *
 * @param angle  radians, any number
 * @returns number in [−1, 1]; NaN for NaN and ±Infinity
 * @example
 * sin(0.5); // => 0.479425538604203
 * sin(1e22); // => -0.8522008497671888
 */
export function sin(angle: number): number {
  if (Math.abs(angle) <= Math.PI / 4) return sinNearZero(angle, 0);
  if (angle - angle !== 0) return NaN;
  const { quarter, high, low } = reduceAngle(angle);
  const value = (quarter & 1) === 1 ? cosNearZero(high, low) : sinNearZero(high, low);
  return quarter > 1 ? -value : value;
}

/**
 * The cosine of an angle in radians, the same bits on every machine. Measured error ≤ 0.8 ulp for angles of any size.
 *
 * @param angle  radians, any number
 * @returns number in [−1, 1]; NaN for NaN and ±Infinity
 * @example
 * cos(0); // => 1
 * cos(0.5); // => 0.8775825618903728
 */
export function cos(angle: number): number {
  if (Math.abs(angle) <= Math.PI / 4) return cosNearZero(angle, 0);
  if (angle - angle !== 0) return NaN;
  const { quarter, high, low } = reduceAngle(angle);
  const value = (quarter & 1) === 1 ? sinNearZero(high, low) : cosNearZero(high, low);
  return quarter === 1 || quarter === 2 ? -value : value;
}

/** sin(x + tail) for |x| ≤ π/4: Taylor terms up to x^17, the next is below 2^-60 of the result. */
function sinNearZero(x: number, tail: number): number {
  const z = x * x;
  if (z < 1e-17) return x;
  const beyondCubic =
    z *
    (1 / 120 +
      z *
        (-1 / 5040 +
          z *
            (1 / 362880 +
              z * (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000 + z / 355687428096000))))));
  return x + (x * z * (-1 / 6 + beyondCubic) + tail * (1 - 0.5 * z));
}

/** cos(x + tail) for |x| ≤ π/4: Taylor terms up to x^18; 1 − x²/2 is carried with its rounding error. */
function cosNearZero(x: number, tail: number): number {
  const z = x * x;
  const half = 0.5 * z;
  const main = 1 - half;
  const beyondQuartic =
    z *
    (-1 / 720 +
      z *
        (1 / 40320 +
          z *
            (-1 / 3628800 +
              z *
                (1 / 479001600 + z * (-1 / 87178291200 + z * (1 / 20922789888000 - z / 6402373705728000))))));
  return main + (1 - main - half + (z * z * (1 / 24 + beyondQuartic) - x * tail));
}
