/** Every result that `mmm results --show` knows: a new one is a row here. */

import { adstockResult } from "./adstock-result.js";
import { contributionsResult } from "./contributions-result.js";
import { curvesResult } from "./curves-result.js";
import { looResult } from "./loo-result.js";
import { outcomeResult } from "./outcome-result.js";
import { parametersResult } from "./parameters-result.js";
import { priorsResult } from "./priors-result.js";
import { qualityResult } from "./quality-result.js";
import type { Result } from "./result.js";
import { roiResult } from "./roi-result.js";
import { saturationResult } from "./saturation-result.js";
import { summaryResult } from "./summary-result.js";

/** The results by name, in the order of the help text. */
export const results: Readonly<Record<string, Result>> = {
  summary: summaryResult,
  roi: roiResult,
  contributions: contributionsResult,
  curves: curvesResult,
  saturation: saturationResult,
  adstock: adstockResult,
  outcome: outcomeResult,
  priors: priorsResult,
  quality: qualityResult,
  loo: looResult,
  parameters: parametersResult,
};

/** The results as lines of a help text. */
export function describeResults(): string {
  const rows = Object.entries(results).map(([name, { about }]) => `  ${name.padEnd(14)} ${about}`);
  return ["Results:", ...rows].join("\n");
}
