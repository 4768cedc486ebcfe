import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleDraws } from "../draws/example-draws.js";
import { makeDraws } from "../draws/make-draws.js";
import { anyDraws } from "./any-draws.contract.js";
import { drawsFromInferenceData, observationsFromInferenceData } from "./draws-from-inference-data.js";
import { toInferenceData } from "./inference-data.js";

const weeks = {
  values: Float64Array.from({ length: 2000 }, (_, i) => -i),
  chains: 4,
  draws: 250,
  observations: ["week 1", "week 2"],
};

describe("InferenceData", () => {
  test("holds the draws, statistics and all", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        expect(drawsFromInferenceData(toInferenceData(draws))).toEqual(draws);
      }),
    );
  });

  test("has ArviZ's groups and names", () => {
    const draws = exampleDraws();
    const data = toInferenceData(draws, {
      logLikelihood: { kpi: weeks },
      logPrior: { media: { values: draws.statistics.logDensity, chains: 4, draws: 250 } },
      posteriorPredictive: { kpi: weeks },
      observed: { kpi: { observations: weeks.observations, values: [1, 2] } },
      prior: draws,
      attributes: { inference_library: "mmm" },
    });
    expect(data.groups.map(({ name, arrays }) => [name, arrays.map((array) => array.name)])).toEqual([
      ["posterior", ["intercept", "roi", "noise"]],
      [
        "sample_stats",
        [
          "lp",
          "energy",
          "acceptance_rate",
          "step_size",
          "tree_depth",
          "n_steps",
          "diverging",
          "reached_max_treedepth",
        ],
      ],
      ["log_likelihood", ["kpi"]],
      ["log_prior", ["media"]],
      ["posterior_predictive", ["kpi"]],
      ["prior", ["intercept", "roi", "noise"]],
      ["observed_data", ["kpi"]],
    ]);
    expect(data.groups[1].attributes).toEqual({
      inference_library: "mmm",
      max_tree_depth: 10,
      warmup_leapfrogs: 8400,
    });
    expect(observationsFromInferenceData(data, "log_likelihood", "kpi")).toEqual(weeks);
    expect(drawsFromInferenceData(data, "prior").parameters).toEqual(draws.parameters);
  });

  test("finds another name for an axis that would clash, and gives the first one back", () => {
    const { statistics } = exampleDraws();
    const parameter = (name: string, axis: string, coordinates: string[]) => ({
      name,
      axes: [{ name: axis, coordinates }],
      values: new Float64Array(1000 * coordinates.length),
    });
    const draws = makeDraws({
      chains: 4,
      draws: 250,
      parameters: [
        parameter("roi", "channel", ["tv", "radio"]),
        parameter("reach", "channel", ["tv"]),
        parameter("trend", "trend", ["1", "2"]),
        parameter("path", "draw", ["a", "b"]),
      ],
      statistics,
    });
    const data = toInferenceData(draws);
    expect(data.groups[0].arrays.map((array) => array.axes[2].name)).toEqual([
      "channel",
      "reach_channel",
      "trend_trend",
      "path_draw",
    ]);
    expect(drawsFromInferenceData(data)).toEqual(draws);
  });

  test("refuses names that are no folders", () => {
    const draws = exampleDraws();
    const named = makeDraws({ ...draws, parameters: [{ ...draws.parameters[0], name: "a/b" }] });
    expect(() => toInferenceData(named)).toThrow(
      'inference data, posterior: a name must not be empty, hold / or \\, or begin with a dot, got "a/b". Rename it.',
    );
  });

  test("says what is missing", () => {
    const data = toInferenceData(exampleDraws(), { logLikelihood: { kpi: weeks, visits: weeks } });
    expect(() => drawsFromInferenceData(data, "prior")).toThrow(
      'inference data: must have a group "prior" with an array, got posterior, sample_stats, log_likelihood. Read a file that has one.',
    );
    expect(() => observationsFromInferenceData(data, "log_likelihood")).toThrow(
      "inference data, log_likelihood: unknown array, got none (kpi, visits). Choose one of these.",
    );
    const flat = {
      groups: [
        { name: "posterior", attributes: {}, arrays: [{ name: "mu", axes: [], values: Float64Array.of(1) }] },
      ],
    };
    expect(() => drawsFromInferenceData(flat)).toThrow(
      "inference data, posterior.mu: must have the axes chain × draw first, got no axes. Transpose it.",
    );
  });

  test("flattens observations along several axes, and names one without axes after its array", () => {
    const axes = [
      { name: "chain", coordinates: [0] },
      { name: "draw", coordinates: [0] },
      { name: "cell", coordinates: ["north", "south"] },
      { name: "time", coordinates: [1, 2] },
    ];
    const group = (arrays: { name: string; axes: typeof axes; values: Float64Array }[]) => ({
      groups: [{ name: "log_likelihood", attributes: {}, arrays }],
    });
    const values = Float64Array.of(1, 2, 3, 4);
    expect(
      observationsFromInferenceData(group([{ name: "kpi", axes, values }]), "log_likelihood").observations,
    ).toEqual(["north, 1", "north, 2", "south, 1", "south, 2"]);
    const scalar = group([{ name: "kpi", axes: axes.slice(0, 2), values: Float64Array.of(1) }]);
    expect(observationsFromInferenceData(scalar, "log_likelihood").observations).toEqual(["kpi"]);
  });
});
