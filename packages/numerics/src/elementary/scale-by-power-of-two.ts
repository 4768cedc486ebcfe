/** Multiplication by an integer power of two, rounded once even where the result is subnormal. */

/** Below the smallest normal exponent, so that the largest doubles can be brought near 1; these powers are still exact. */
const SMALLEST_EXPONENT = -1024;
const LARGEST_EXPONENT = 1023;
const TWO_200 = 1.6069380442589903e60;

const POWERS = /* @__PURE__ */ makePowers();

/** 2^-1024 … 2^1023, found by exact halving and doubling. */
function makePowers(): Float64Array {
  const powers = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
  powers[-SMALLEST_EXPONENT] = 1;
  for (let k = 1; k <= LARGEST_EXPONENT; k++)
    powers[k - SMALLEST_EXPONENT] = powers[k - 1 - SMALLEST_EXPONENT] * 2;
  for (let k = -1; k >= SMALLEST_EXPONENT; k--)
    powers[k - SMALLEST_EXPONENT] = powers[k + 1 - SMALLEST_EXPONENT] / 2;
  return powers;
}

/**
 * value · 2^exponent, rounded once, for a value between 2^-100 and 2^100.
 *
 * @param value     a double of magnitude about 1 (or 0)
 * @param exponent  integer in [-1200, 1200]
 */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT)
    return value * POWERS[exponent - SMALLEST_EXPONENT];
  if (exponent > 0) return value * POWERS[exponent - 200 - SMALLEST_EXPONENT] * TWO_200;
  return (value * POWERS[exponent + 200 - SMALLEST_EXPONENT]) / TWO_200;
}

/** x · 2^-exponent for a normal x whose result is near 1; exact. */
export function removePowerOfTwo(x: number, exponent: number): number {
  return x * POWERS[-exponent - SMALLEST_EXPONENT];
}
