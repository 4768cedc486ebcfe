import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calendarDay } from "./calendar-day.js";
import { fourierSeasonality } from "./fourier-seasonality.js";

interface Reference {
  readonly dayOfYear: readonly number[];
  /** Per day: sin 1, sin 2, sin 3, cos 1, cos 2, cos 3. */
  readonly rows: readonly (readonly number[])[];
  /** The Monday of each row. */
  readonly dates: readonly string[];
  readonly lightweightMmm: {
    /** Per degree: coefficient of the sine, of the cosine. */
    readonly gamma: readonly (readonly [number, number])[];
    readonly frequency: number;
    readonly values: readonly number[];
  };
}

const file = new URL("./fourier-seasonality.reference.json", import.meta.url);
const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;

describe("fourierSeasonality", () => {
  test("the yearly features are those of PyMC-Marketing", () => {
    const dayNumbers = Float64Array.from(reference.dayOfYear);
    const { names, values } = fourierSeasonality({ dayNumbers, periodDays: 365.25, harmonics: 3 });
    expect(names).toEqual(["sin 1", "cos 1", "sin 2", "cos 2", "sin 3", "cos 3"]);
    reference.rows.forEach((row, t) =>
      row.forEach((expected, column) => {
        const [wave, harmonic] = [column < 3 ? 0 : 1, column % 3];
        const got = values[(2 * harmonic + wave) * dayNumbers.length + t]!;
        expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-14);
      }),
    );
  });

  test("its days of the year are those of the calendar", () => {
    const first = 18_988; // 2021-12-27
    const days = reference.dates.map((_, week) => calendarDay(first + 7 * week).dayOfYear);
    expect(days).toEqual(reference.dayOfYear);
  });

  test("with coefficients it is LightweightMMM's seasonality", () => {
    const { gamma, frequency, values: expected } = reference.lightweightMmm;
    const dayNumbers = Float64Array.from(expected, (_, t) => t);
    const { values } = fourierSeasonality({ dayNumbers, periodDays: frequency, harmonics: gamma.length });
    expected.forEach((value, t) => {
      const got = gamma
        .flat()
        .reduce((sum, coefficient, k) => sum + coefficient * values[k * expected.length + t]!, 0);
      expect(Math.abs(got - value)).toBeLessThanOrEqual(1e-14);
    });
  });

  test("a whole cycle later the features are the same", () => {
    const days = Float64Array.from({ length: 50 }, (_, t) => 7 * t);
    const later = days.map((day) => day + 28 * 1000);
    const [now, then] = [days, later].map(
      (dayNumbers) => fourierSeasonality({ dayNumbers, periodDays: 28, harmonics: 2 }).values,
    );
    now!.forEach((value, i) => expect(Math.abs(value - then![i]!)).toBeLessThanOrEqual(1e-15));
  });

  test("over whole cycles the features sum to zero and do not correlate", () => {
    const dayNumbers = Float64Array.from({ length: 70 }, (_, t) => t);
    const { names, values } = fourierSeasonality({ dayNumbers, periodDays: 7, harmonics: 3 });
    const column = (k: number): Float64Array => values.slice(70 * k, 70 * (k + 1));
    names.forEach((_, a) => {
      expect(Math.abs(column(a).reduce((sum, value) => sum + value, 0))).toBeLessThanOrEqual(1e-12);
      for (let b = 0; b < a; b++) {
        const product = column(a).reduce((sum, value, t) => sum + value * column(b)[t]!, 0);
        expect(Math.abs(product)).toBeLessThanOrEqual(1e-12);
      }
    });
  });

  test.each([
    [0, 2, "periodDays must be > 0, got 0. Give the length of the cycle in days."],
    [7, 0, "harmonics must be a whole number ≥ 1, got 0. Leave the seasonality out for none."],
    [7, 1.5, "harmonics must be a whole number ≥ 1, got 1.5. Leave the seasonality out for none."],
  ])("a period of %d days with %d harmonics is refused", (periodDays, harmonics, message) => {
    expect(() => fourierSeasonality({ dayNumbers: Float64Array.of(1), periodDays, harmonics })).toThrow(
      new RangeError(`fourierSeasonality: ${message}`),
    );
  });
});
