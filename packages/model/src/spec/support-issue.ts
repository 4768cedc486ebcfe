/** The fault of a prior whose support does not fit what it stands for. */

import { type Issue, makeIssue, showValue } from "@mmm/data";
import { distributionOf, type Prior, priorParameters } from "@mmm/distributions";
import type { ParameterSpec } from "./parameter-spec.js";
import { placeInSpec, type SpecSource } from "./spec-source.js";

/** The issue `spec.support` at a path of a spec, its steps parted by dots; none where the prior fits or a number is held. */
export function supportIssue(
  path: string,
  parameter: ParameterSpec,
  support: "real" | "non-negative" | "positive" | "unit-interval",
  source: SpecSource,
): readonly Issue[] {
  const high = support === "unit-interval" ? 1 : Infinity;
  if (typeof parameter === "number" || support === "real" || fits(parameter, 0, high)) return [];
  return [
    makeIssue({
      code: "spec.support",
      place: placeInSpec(path.split("."), source),
      rule: high === 1 ? "the prior must lie between 0 and 1" : "the prior must lie above 0",
      got: showValue(parameter.distribution),
      allowed: high === 1 ? "beta, uniform" : "half-normal, log-normal, gamma, exponential",
      advice: "Choose a distribution with that support.",
    }),
  ];
}

function fits(prior: Prior, low: number, high: number): boolean {
  const support = distributionOf(prior.distribution).support(priorParameters(prior));
  const outside = [low - 1e-9, ...(high < Infinity ? [high + 1e-9] : [])];
  return outside.every((x) => !support.contains(x));
}
