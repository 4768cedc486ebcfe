import { expect, test } from "vitest";
import { exampleDraws } from "../draws/example-draws.js";
import { jointLogLikelihood } from "./joint-log-likelihood.js";
import { makeObservationDraws, selectObservations } from "./observation-draws.js";

test("every fault is told at once", () => {
  const bad = { values: new Float64Array(5), chains: 1, draws: 2, observations: ["w1", "w1"] };
  expect(() => makeObservationDraws(bad)).toThrow(
    'observations: every observation must have a name of its own, got "w1" twice. Rename one.\n' +
      "observations: values must hold chains × draws × observations numbers, at least 1, got 5 for 1 × 2 × 2. Give one number per draw and observation.",
  );
  expect(() => makeObservationDraws({ ...bad, values: new Float64Array(), observations: [] })).toThrow(
    "at least 1, got 0",
  );
});

test("a parameter's elements are observations, called by their coordinates", () => {
  const roi = selectObservations(exampleDraws(), "roi");
  expect(roi.observations).toEqual(["tv", "radio", "search"]);
  expect(roi.values).toEqual(exampleDraws().parameters[1].values);
  expect(selectObservations(exampleDraws(), "noise").observations).toEqual(["noise"]);
  expect(() => selectObservations(exampleDraws(), "kpi")).toThrow(
    'draws: unknown parameter, got "kpi" (intercept, roi, noise). Choose one of these.',
  );
});

test("the joint log likelihood adds up what stands in a row", () => {
  const x = makeObservationDraws({
    values: Float64Array.of(1, 2, 3, 4, 5, 6),
    chains: 2,
    draws: 1,
    observations: ["a", "b", "c"],
  });
  expect(jointLogLikelihood(x)).toEqual({ values: Float64Array.of(6, 15), chains: 2, draws: 1 });
});
