/** Fourier seasonality: a smooth cycle as sums of sines and cosines. */

import { cos, sin } from "@mmm/numerics";
import type { TimeColumns } from "./time-columns.js";

const twoPi = 2 * Math.PI;

/** Which cycle, at which days. */
export interface FourierRequest {
  /** [time]  days since any fixed day, the same in every call that is compared; need not be whole. */
  readonly dayNumbers: Float64Array;
  /** Length of the cycle in days, > 0: 365.25 for a year, 7 for a week. */
  readonly periodDays: number;
  /** Number of sine and cosine pairs, a whole number ≥ 1: 1 is one wave a cycle, more follow sharper seasons. */
  readonly harmonics: number;
}

/**
 * The features of a smooth cycle:
 *
 *     sin(2π k d / period), cos(2π k d / period),   k = 1 … harmonics
 *
 * @param request  `dayNumbers` [time], `periodDays`, `harmonics`
 * @returns        names `"sin 1"`, `"cos 1"`, `"sin 2"` … and values [feature × time], between −1 and 1
 * @throws {RangeError} when the period is not > 0 or the number of harmonics is not a whole number ≥ 1
 * @source taylor2018
 * @example
 * const wave = fourierSeasonality({ dayNumbers: Float64Array.of(0, 1, 2, 3), periodDays: 4, harmonics: 1 });
 * wave.names; // => ["sin 1", "cos 1"]
 * wave.values; // => [0, 1, 0, -1, 1, 0, -1, 0]
 */
export function fourierSeasonality({ dayNumbers, periodDays, harmonics }: FourierRequest): TimeColumns {
  if (!(periodDays > 0 && periodDays < Infinity)) {
    throw new RangeError(
      `fourierSeasonality: periodDays must be > 0, got ${periodDays}. Give the length of the cycle in days.`,
    );
  }
  if (!Number.isInteger(harmonics) || harmonics < 1) {
    throw new RangeError(
      `fourierSeasonality: harmonics must be a whole number ≥ 1, got ${harmonics}. Leave the seasonality out for none.`,
    );
  }
  const periods = dayNumbers.length;
  const names: string[] = [];
  const values = new Float64Array(2 * harmonics * periods);
  for (let k = 1; k <= harmonics; k++) {
    const row = names.length * periods;
    names.push(`sin ${k}`, `cos ${k}`);
    for (let t = 0; t < periods; t++) {
      // Whole turns are dropped before π comes in, so that days far from day 0 keep their digits.
      const turns = (k * dayNumbers[t]) / periodDays;
      const angle = twoPi * (turns - Math.round(turns));
      values[row + t] = sin(angle);
      values[row + periods + t] = cos(angle);
    }
  }
  return { names, values };
}
