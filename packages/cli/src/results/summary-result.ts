/** The summary that a fit prints, of a saved fit. */

import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { diagnosis, result } from "./result.js";

export const summaryResult = diagnosis(
  result("verdict, fit and ROI, as after a fit", summarizeFit, describeFit),
);
