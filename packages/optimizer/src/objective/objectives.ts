/** The objectives by name: one row each. Users may pass an `Objective` of their own instead. */

import { beatTodayObjective } from "./beat-today-objective.js";
import { cvarObjective } from "./cvar-objective.js";
import { meanMinusRiskObjective } from "./mean-minus-risk-objective.js";
import { meanObjective } from "./mean-objective.js";
import { medianObjective } from "./median-objective.js";
import { profitObjective } from "./profit-objective.js";
import { quantileObjective } from "./quantile-objective.js";
import { regretObjective } from "./regret-objective.js";
import { sharpeObjective } from "./sharpe-objective.js";

/** Every kind of objective that a budget problem may name. */
export const objectives = {
  mean: meanObjective,
  median: medianObjective,
  quantile: quantileObjective,
  cvar: cvarObjective,
  "mean-minus-risk": meanMinusRiskObjective,
  sharpe: sharpeObjective,
  "beat-today": beatTodayObjective,
  regret: regretObjective,
  profit: profitObjective,
} as const;

/** The name of an objective. */
export type ObjectiveName = keyof typeof objectives;
