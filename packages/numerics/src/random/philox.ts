/** Philox4x32-10: a keyed scrambling of 128 bits, used here to turn seeds and paths into independent stream states. */

/** Four unsigned 32-bit words. */
export type Words = readonly [number, number, number, number];

const MULTIPLIER_A = 0xd2511f53;
const MULTIPLIER_B = 0xcd9e8d57;
/** Golden ratio and √3 − 1 as 32-bit fractions: the Weyl increments of the key. */
const KEY_STEP_A = 0x9e3779b9;
const KEY_STEP_B = 0xbb67ae85;
const ROUNDS = 10;

/**
 * Philox4x32 with ten rounds; reproduces the known-answer vectors of the authors' library.
 *
 * @param counter  four unsigned 32-bit words
 * @param keyA     first key word
 * @param keyB     second key word
 * @source salmon2011
 */
export function philox(counter: Words, keyA: number, keyB: number): Words {
  let [a, b, c, d] = counter;
  for (let round = 0; round < ROUNDS; round++) {
    const highA = highProduct(MULTIPLIER_A, a);
    const lowA = Math.imul(MULTIPLIER_A, a);
    const highB = highProduct(MULTIPLIER_B, c);
    const lowB = Math.imul(MULTIPLIER_B, c);
    [a, b, c, d] = [(highB ^ b ^ keyA) >>> 0, lowB >>> 0, (highA ^ d ^ keyB) >>> 0, lowA >>> 0];
    keyA = (keyA + KEY_STEP_A) >>> 0;
    keyB = (keyB + KEY_STEP_B) >>> 0;
  }
  return [a, b, c, d];
}

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit words, by halves of 16 bits. */
function highProduct(x: number, y: number): number {
  const xHigh = x >>> 16;
  const xLow = x & 0xffff;
  const yHigh = y >>> 16;
  const yLow = y & 0xffff;
  const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
  const other = xLow * yHigh + (middle % 0x10000);
  return (xHigh * yHigh + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000)) >>> 0;
}
