/** Prior beside posterior as a table. */

import { priorPosterior } from "@mmm/model";
import { formatInterval, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { result } from "./result.js";

export const priorsResult = result(
  "prior beside posterior of every parameter",
  priorPosterior,
  (rows, { interval }) => {
    const header = intervalHeader(interval);
    return formatTable({
      headers: ["parameter", `prior\n${header}`, `posterior\n${header}`, "learned"],
      rows: rows.map(({ parameter, prior, posterior, contraction }) => [
        ...[parameter, formatInterval(prior), formatInterval(posterior), formatShare(contraction)],
      ]),
    });
  },
);
