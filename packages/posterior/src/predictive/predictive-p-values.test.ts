import { describe, expect, test } from "vitest";
import { normalData, normalModel } from "./normal-model.contract.js";
import { predictivePValues } from "./predictive-p-values.js";

const data = normalData(50);
const { replicated } = normalModel(data);

/** What a model without memory cannot make. */
function lagOneCorrelation(values: Float64Array): number {
  const centre = values.reduce((total, value) => total + value, 0) / values.length;
  let [along, around] = [0, 0];
  values.forEach((value, t) => {
    around += (value - centre) ** 2;
    if (t > 0) along += (value - centre) * (values[t - 1] - centre);
  });
  return along / around;
}

describe("predictivePValues", () => {
  test("of the right model lie inside, with an interval around the observed statistic", () => {
    const rows = predictivePValues(data, replicated);
    expect(rows.map((row) => row.statistic)).toEqual(["mean", "sd", "smallest", "largest"]);
    for (const { pValue, mcse, observed, low, median, high } of rows) {
      expect(pValue).toBeGreaterThan(0.01);
      expect(pValue).toBeLessThan(0.99);
      expect(mcse).toBeLessThan(0.02);
      expect(low).toBeLessThan(median);
      expect(median).toBeLessThan(high);
      expect(observed).toBeGreaterThan(low - 1);
    }
  });

  test("show what the model cannot make: sorted data in a model without memory", () => {
    const sorted = [...data].sort((a, b) => a - b);
    const [row] = predictivePValues(sorted, replicated, { memory: lagOneCorrelation });
    expect(row.statistic).toBe("memory");
    expect(row.pValue).toBe(0);
    expect(row.mcse).toBeNaN();
  });

  test("count ties half, and are NaN where the statistic is", () => {
    const flat = { values: new Float64Array(8).fill(2), chains: 1, draws: 4, observations: ["a", "b"] };
    const [mean, sd] = predictivePValues([2, 2], flat);
    expect([mean.pValue, sd.pValue]).toEqual([0.5, 0.5]);
    expect(predictivePValues([NaN, 2], flat)[0].pValue).toBeNaN();
    const unbounded = predictivePValues([2, 2], flat, { none: () => Infinity });
    expect(unbounded[0].pValue).toBe(0.5);
  });

  test("refuse other numbers of observations", () => {
    expect(() => predictivePValues([1], replicated)).toThrow(
      "predictivePValues: observed must hold a number",
    );
  });
});
