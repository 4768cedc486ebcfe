import { describe, expect, test } from "vitest";
import { compareModels } from "./compare-models.js";
import { type PredictiveScore, totalsOf } from "./predictive-score.js";

function score(elpd: readonly number[], unreliable?: readonly string[]): PredictiveScore {
  const pointwise = { elpd: Float64Array.from(elpd), effectiveParameters: new Float64Array(elpd.length) };
  const observations = elpd.map((_, i) => `week ${i}`);
  const totals = totalsOf(pointwise.elpd, pointwise.effectiveParameters);
  return { ...totals, observations, pointwise, ...(unreliable === undefined ? {} : { unreliable }) };
}

const many = Array.from({ length: 120 }, (_, i) => -1 - (i % 5) / 10);

describe("compareModels", () => {
  test("puts the best first and measures the others against it, observation by observation", () => {
    const rows = compareModels({ bad: score([-2, -4]), good: score([-1, -2]) });
    expect(rows.map(({ model }) => model)).toEqual(["good", "bad"]);
    expect(rows[0].elpdDifference).toEqual({ value: 0, standardError: 0 });
    expect(rows[0].probabilityWorse).toBeNaN();
    // Differences −1 and −2: sum −3, standard error √(2 · ½) = 1.
    expect(rows[1].elpdDifference).toEqual({ value: -3, standardError: 1 });
    expect(rows[1].probabilityWorse).toBeCloseTo(0.9986501019683699, 12);
  });

  test("remarks what makes a row unreliable", () => {
    const remarks = (rows: ReturnType<typeof compareModels>): readonly string[] =>
      rows.map(({ remark }) => remark);
    expect(remarks(compareModels({ a: score([-1, -1]), b: score([-2, -2]) }))).toEqual([
      "",
      "Fewer than 100 observations: the standard error of the difference is too small.",
    ]);
    expect(
      remarks(compareModels({ a: score(many, ["week 1"]), b: score(many.map((elpd) => elpd - 0.02)) })),
    ).toEqual([
      "The score cannot be believed for 1 observation, see unreliable.",
      "The difference is below 4: take the models as equally good.",
    ]);
    expect(remarks(compareModels({ a: score(many), b: score(many.map((elpd) => elpd - 1)) }))).toEqual([
      "",
      "",
    ]);
  });

  test("refuses one model alone and models of other data", () => {
    expect(() => compareModels({ a: score([-1, -2]) })).toThrow(
      "compareModels: needs at least 2 models, got 1. Give a score for each, by name.",
    );
    expect(() => compareModels({ a: score([-1, -2]), b: score([-1]) })).toThrow(
      "compareModels.b: must score the same observations as a (2), got 1 of other names or order. Fit both models to the same data.",
    );
  });
});
