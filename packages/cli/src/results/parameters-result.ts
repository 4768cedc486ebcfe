/** Every parameter with its diagnostics as a table. */

import { summarizeDraws } from "@mmm/posterior";
import { formatCount, formatInterval, formatNumber } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { diagnosis, result } from "./result.js";

export const parametersResult = diagnosis(
  result(
    "every parameter with its diagnostics",
    ({ draws }, { interval }) => summarizeDraws(draws, { interval }),
    (rows, { interval }) =>
      formatTable({
        headers: ["parameter", "mean", intervalHeader(interval), "R-hat", "bulk\nESS", "tail\nESS"],
        rows: rows.map((row) => [
          ...[row.parameter, formatNumber(row.mean), formatInterval(row)],
          ...[Number.isNaN(row.rhat) ? "–" : row.rhat.toFixed(3)],
          ...[formatCount(row.essBulk), formatCount(row.essTail)],
        ]),
      }),
  ),
);
