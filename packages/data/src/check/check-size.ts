/** Whether there are enough periods for the number of things a model will want to learn from them. */
import type { Dataset } from "../dataset/dataset.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { placeOf } from "./place-of.js";
import { checkThresholds } from "./thresholds.js";

/** Intercept, trend, noise, and two pairs of waves for the year. */
const BASELINE_PARAMETERS = 7;
/** Effect, retention, half-saturation. */
const PARAMETERS_PER_CHANNEL = 3;

/** Compares the periods with the parameters of a usual model; the model itself is not known here. */
export function checkSize(dataset: Dataset): readonly Issue[] {
  const { channels, controls, periods } = dataset;
  const parameters = BASELINE_PARAMETERS + PARAMETERS_PER_CHANNEL * channels.length + controls.length;
  const ratio = periods.length / parameters;
  const limit = checkThresholds.periodsPerParameter.value;
  if (ratio >= limit) return [];
  return [
    makeIssue({
      code: "data.few-periods",
      severity: "warning",
      place: placeOf(dataset, {}),
      rule: `there should be at least ${limit} periods per parameter`,
      got: `${periods.length} for about ${parameters}, which is ${showNumber(ratio)}`,
      allowed: `${BASELINE_PARAMETERS} for the baseline, ${PARAMETERS_PER_CHANNEL} per channel, 1 per control`,
      advice: "Add history or merge channels; otherwise the priors will decide much of the result.",
    }),
  ];
}
