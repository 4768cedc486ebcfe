/** Leave-one-out cross-validation as a table, with the values for which it cannot be believed. */

import { looOf } from "@mmm/model";
import { formatNumber } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";
import { wrapLines } from "../output/wrap-lines.js";
import { result } from "./result.js";

/** Unreliable values that are named. */
const named = 12;

export const looResult = result(
  "how well each value is predicted by all others (PSIS-LOO)",
  (fit, { evenIfUntrustworthy = false }) => looOf(fit, { evenIfUntrustworthy }),
  ({ elpd, effectiveParameters, observations, unreliable, paretoKThreshold }) => {
    const table = formatTable({
      headers: ["measure", "value", "standard\nerror"],
      rows: [
        ["elpd", formatNumber(elpd.value), formatNumber(elpd.standardError)],
        [
          "effective parameters",
          formatNumber(effectiveParameters.value),
          formatNumber(effectiveParameters.standardError),
        ],
      ],
    });
    const more = unreliable.length > named ? ` and ${unreliable.length - named} more` : "";
    const note =
      unreliable.length === 0
        ? `All ${observations.length} values have a Pareto k below ${paretoKThreshold.toFixed(2)}.`
        : `Not to be believed for ${unreliable.length} of ${observations.length} values (Pareto k above ${paretoKThreshold.toFixed(2)}): ${unreliable.slice(0, named).join(", ")}${more}.`;
    return [table, "", ...wrapLines([note], 0)].join("\n");
  },
);
