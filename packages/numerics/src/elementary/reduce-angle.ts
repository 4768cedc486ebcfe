/** Which quarter turn an angle lies in and how far it is from the nearest multiple of π/2, for angles of any size. */
import { productError, sumError, type DoubleDouble } from "./double-double.js";

/** An angle as quarter · π/2 + (high + low), |high| ≤ π/4, quarter in 0…3. */
interface ReducedAngle extends DoubleDouble {
  readonly quarter: number;
}

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three parts; the first two have 33 bits, so that their products with counts below 2^20 are exact. */
const QUARTER_TURN_1 = 1.5707963267341256;
const QUARTER_TURN_2 = 6.077100506303966e-11;
const QUARTER_TURN_3 = 2.0222662487959506e-21;
/** π/2 correctly rounded in two parts. */
const QUARTER_TURN: DoubleDouble = { high: 1.5707963267948966, low: 6.123233995736766e-17 };
/** Below this angle the count of quarter turns stays under 2^20. */
const LARGEST_BY_PARTS = 1.5e6;

/** Subtracts the nearest multiple of π/2 from a finite angle (Cody–Waite; exact integers for huge angles). */
export function reduceAngle(angle: number): ReducedAngle {
  if (Math.abs(angle) > LARGEST_BY_PARTS) return reduceHugeAngle(angle);
  const count = Math.round(angle * TWO_OVER_PI);
  const first = angle - count * QUARTER_TURN_1;
  const second = count * QUARTER_TURN_2;
  const difference = first - second;
  const rest = sumError(first, -second, difference) - count * QUARTER_TURN_3;
  const high = difference + rest;
  return { quarter: count & 3, high, low: difference - high + rest };
}

/** ⌊2/π · 2^1200⌋: enough for the largest double to keep 176 bits after the point. */
const TWO_OVER_PI_BITS = BigInt(
  "0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73e" +
    "e88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f" +
    "463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b",
);
const TWO_OVER_PI_SHIFT = 1200;
/** 2^-160. */
const DISTANCE_UNIT = 6.842277657836021e-49;

/** Payne and Hanek's idea in exact integers: only the bits of angle · 2/π around the point matter. */
function reduceHugeAngle(angle: number): ReducedAngle {
  let mantissa = Math.abs(angle);
  let exponent = 0;
  while (mantissa >= 9007199254740992) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa !== Math.floor(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  const shift = BigInt(TWO_OVER_PI_SHIFT - exponent);
  const product = BigInt(mantissa) * TWO_OVER_PI_BITS;
  const nearest = (product + (1n << (shift - 1n))) >> shift;
  // The distance to the nearest quarter turn, in units of 2^-160 quarter turns.
  const distance = (product - (nearest << shift)) >> (shift - 160n);
  const leading = Number(distance);
  const trailing = Number(distance - BigInt(leading));
  const count = Number(nearest & 3n);
  const turn = timesQuarterTurn(leading * DISTANCE_UNIT, trailing * DISTANCE_UNIT);
  if (angle > 0) return { quarter: count, ...turn };
  return { quarter: -count & 3, high: -turn.high, low: -turn.low };
}

function timesQuarterTurn(high: number, low: number): DoubleDouble {
  const product = high * QUARTER_TURN.high;
  const rest =
    productError(high, QUARTER_TURN.high, product) + (high * QUARTER_TURN.low + low * QUARTER_TURN.high);
  return { high: product + rest, low: product - (product + rest) + rest };
}
