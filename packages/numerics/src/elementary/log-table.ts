/** What log, log1p and pow share: x = 2^k · z, z in [0.6875, 1.375), and a table of logarithms at z's nearest 1/128. */
import { addDoubleDouble, divideDoubleDouble, type DoubleDouble } from "./double-double.js";

/** The table's knots are j / 128 for these j: the nearest knots to z in [0.6875, 1.375). */
export const FIRST_KNOT = 88;
const LAST_KNOT = 176;
/** Numbers per knot: 128/j; ln(j/128) as a multiple of 2^-42; the rest of ln(j/128). */
export const LOG_TABLE_STRIDE = 3;

/** ln 2 in two parts; the first is a multiple of 2^-42, so that exponent · LN2_HIGH + (table) is exact. */
export const LN2_HIGH = 0.6931471805598903;
export const LN2_LOW = 5.497923018708371e-14;

/** The grid of the first part of ln(j/128): coarse enough to leave room for exponent · LN2_HIGH. */
const TWO_42 = 4398046511104;

export const LOG_TABLE = /* @__PURE__ */ makeLogTable();

/** ln(j/128) from ln(128/128) = 0 outwards by ln(j / (j − 1)) = 2 · atanh(1 / (2j − 1)), all in double-double. */
function makeLogTable(): Float64Array {
  const table = new Float64Array(LOG_TABLE_STRIDE * (LAST_KNOT - FIRST_KNOT + 1));
  let above: DoubleDouble = { high: 0, low: 0 };
  let below: DoubleDouble = { high: 0, low: 0 };
  writeKnot(table, 128, above);
  for (let j = 129; j <= LAST_KNOT; j++) {
    above = addDoubleDouble(above, logOfRatio(j, 1));
    writeKnot(table, j, above);
  }
  for (let j = 127; j >= FIRST_KNOT; j--) {
    below = addDoubleDouble(below, logOfRatio(j + 1, -1));
    writeKnot(table, j, below);
  }
  return table;
}

/** sign · ln(j / (j − 1)); eight terms of the series leave 2^-130. */
function logOfRatio(j: number, sign: 1 | -1): DoubleDouble {
  const base = 2 * j - 1;
  let power = divideDoubleDouble({ high: 2 * sign, low: 0 }, base);
  let total = power;
  for (let k = 3; k <= 17; k += 2) {
    power = divideDoubleDouble(power, base * base);
    total = addDoubleDouble(total, divideDoubleDouble(power, k));
  }
  return total;
}

function writeKnot(table: Float64Array, j: number, logarithm: DoubleDouble): void {
  const at = (j - FIRST_KNOT) * LOG_TABLE_STRIDE;
  const onGrid = Math.round(logarithm.high * TWO_42) / TWO_42;
  table[at] = 128 / j;
  table[at + 1] = onGrid;
  table[at + 2] = logarithm.high - onGrid + logarithm.low;
}

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
/** Which of the two words carries sign and exponent on this machine. */
const HIGH_WORD = /* @__PURE__ */ findHighWord();

function findHighWord(): 0 | 1 {
  float[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
}

/** High word of 0.6875 = 88/128. */
const SMALLEST_REDUCED = 0x3fe60000;

/** The k for which x · 2^-k lies in [0.6875, 1.375), for a positive normal x. */
export function reducedExponent(x: number): number {
  float[0] = x;
  return (words[HIGH_WORD] - SMALLEST_REDUCED) >> 20;
}
