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

/** Compares the values of the KPI with the parameters of a usual model; the model itself is not known here. */
export function checkSize(dataset: Dataset): readonly Issue[] {
  const { cells, channels, controls, periods } = dataset;
  const shared = BASELINE_PARAMETERS + PARAMETERS_PER_CHANNEL * channels.length + controls.length;
  // Pooled over cells: an intercept and an effect per channel for each further cell, as if nothing were borrowed.
  const parameters = shared + (cells.length - 1) * (1 + channels.length);
  const values = cells.length * periods.length;
  const ratio = values / parameters;
  const limit = checkThresholds.periodsPerParameter.value;
  if (ratio >= limit) return [];
  const words = `${BASELINE_PARAMETERS} for the baseline, ${PARAMETERS_PER_CHANNEL} per channel, 1 per control`;
  const national = cells.length === 1;
  return [
    makeIssue({
      code: "data.few-periods",
      severity: "warning",
      place: placeOf(dataset, {}),
      rule: `there should be at least ${limit} ${national ? "periods" : "cells and periods"} per parameter`,
      got: `${values} for about ${parameters}, which is ${showNumber(ratio)}`,
      allowed: national ? words : `${words}, ${1 + channels.length} per further cell`,
      advice: "Add history or merge channels; otherwise the priors will decide much of the result.",
    }),
  ];
}
