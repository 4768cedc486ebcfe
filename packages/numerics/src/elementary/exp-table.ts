/** What exp, expm1 and pow share: x = (128 · exponent + index) · ln 2 / 128 + remainder, and the table of 2^(index / 128). */
import { multiplyDoubleDouble, type DoubleDouble } from "./double-double.js";

/** Entries per octave: the remainder is at most ln 2 / 256, so a short Taylor polynomial is enough. */
const EXP_TABLE_SIZE = 128;

/** 128 / ln 2. */
export const STEPS_PER_UNIT = 184.6649652337873;
/** ln 2 / 128 in two parts; the first has 34 bits, so that its product with any step count in use is exact. */
export const STEP_HIGH = 0.005415212347998022;
export const STEP_LOW = 1.2655086083325438e-13;
/** Adding and subtracting 1.5 · 2^52 rounds to the nearest integer, ties to even. */
export const ROUNDING_SHIFT = 6755399441055744;

/** 2^(1/128), correctly rounded in two parts. */
const ROOT: DoubleDouble = { high: 1.0054299011128027, low: 9.499186535455032e-17 };

/** [2 · index] = 2^(index / 128) rounded, [2 · index + 1] = what the rounding lost, relative to it. */
export const EXP_TABLE = /* @__PURE__ */ makeExpTable();

function makeExpTable(): Float64Array {
  const table = new Float64Array(2 * EXP_TABLE_SIZE);
  let power: DoubleDouble = { high: 1, low: 0 };
  for (let index = 0; index < EXP_TABLE_SIZE; index++) {
    table[2 * index] = power.high;
    table[2 * index + 1] = power.low / power.high;
    power = multiplyDoubleDouble(power, ROOT);
  }
  return table;
}
