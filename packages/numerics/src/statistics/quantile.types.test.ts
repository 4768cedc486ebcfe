import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile, type QuantileType } from "../index.js";

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

// Sales of Lydia Pinkham's company, 1907–1960, and their quantiles by NumPy's nine methods, from
// ../shared/reference/statistics/statistical_helpers.json; but type 3 at ¼ is that of R and of NumPy 2, because NumPy 1.24,
// which made that file, took the observation of odd rank there (1289).
const SALES = [
  1016, 921, 934, 976, 930, 1052, 1184, 1089, 1087, 1154, 1330, 1980, 2223, 2203, 2514, 2726, 3185, 3351,
  3438, 2917, 2359, 2240, 2196, 2111, 1806, 1644, 1814, 1770, 1518, 1103, 1266, 1473, 1423, 1767, 2161, 2336,
  2602, 2518, 2637, 2177, 1920, 1910, 1984, 1787, 1689, 1866, 1896, 1684, 1633, 1657, 1569, 1390, 1387, 1289,
];
const PROBABILITIES = [0, 0.01, 0.05, 0.25, 1 / 3, 0.5, 0.9, 0.975, 1];
const EXPECTED: Readonly<Record<QuantileType, readonly number[]>> = {
  1: [921.0, 921.0, 934.0, 1330.0, 1473.0, 1770.0, 2637.0, 3351.0, 3438.0],
  2: [921.0, 921.0, 934.0, 1330.0, 1495.5, 1778.5, 2637.0, 3351.0, 3438.0],
  3: [921.0, 921.0, 934.0, 1330.0, 1473.0, 1770.0, 2637.0, 3351.0, 3438.0],
  4: [921.0, 921.0, 932.8, 1309.5, 1473.0, 1770.0, 2623.0, 3292.8999999999996, 3438.0],
  5: [921.0, 921.36, 942.4, 1330.0, 1495.5, 1778.5, 2645.9, 3364.0499999999997, 3438.0],
  6: [921.0, 921.0, 933.0, 1319.75, 1488.0, 1778.5, 2681.5, 3405.375, 3438.0],
  7: [921.0, 925.77, 961.3000000000001, 1344.25, 1503.0, 1778.5, 2626.5, 3297.0499999999997, 3438.0],
  8: [921.0, 921.0, 936.1, 1326.5833333333333, 1493.0, 1778.5, 2657.766666666667, 3377.825, 3438.0],
  9: [921.0, 921.0, 937.6750000000001, 1327.4375, 1493.625, 1778.5, 2654.8, 3374.38125, 3438.0],
};

describe.each(types)("type %d", (type) => {
  test("is that of NumPy", () => {
    PROBABILITIES.forEach((p, i) =>
      expect(quantile(SALES, p, type), `at ${p}`).toBeCloseTo(EXPECTED[type][i]!, 9),
    );
  });

  test("lies between the smallest and the largest value, which are its ends, and grows", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, probability, probability, (list, p, q) => {
        expect(quantile(list, 0, type)).toBe(Math.min(...list));
        expect(quantile(list, 1, type)).toBe(Math.max(...list));
        expect(quantile(list, Math.min(p, q), type)).toBeLessThanOrEqual(
          quantile(list, Math.max(p, q), type) + 1e-12,
        );
      }),
    );
  });

  test("turns around with the values, but for those that take the lower of two", () => {
    if (type === 1 || type === 3 || type === 4) return;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
        fc.nat({ max: 64 }),
        (list, k) => {
          const turned = list.map((value) => -value);
          expect(quantile(turned, 1 - k / 64, type)).toBeCloseTo(-quantile(list, k / 64, type), 9);
        },
      ),
    );
  });
});

test("jumps stay where they are although n · p is rounded", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  // 100 · 0.29 = 28.999999999999996 and 100 · 0.07 = 7.000000000000001.
  expect(types.slice(0, 3).map((type) => quantile(hundred, 0.29, type))).toEqual([29, 29.5, 29]);
  expect(types.slice(0, 3).map((type) => quantile(hundred, 0.07, type))).toEqual([7, 7.5, 7]);
});

test("half-way between two observations type 3 takes the one of even rank", () => {
  expect(quantile([10, 20, 30, 40], 0.375, 3)).toBe(20);
  expect(quantile([10, 20, 30, 40], 0.625, 3)).toBe(20);
  expect(quantile([10, 20, 30, 40], 0.875, 3)).toBe(40);
});
