/** Prior beside posterior as a table; elements of the many cells of a panel stand in one line. */

import { priorPosterior } from "@mmm/model";
import { formatInterval, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { formatRange, groupElements } from "./group-elements.js";
import { ofCells, result } from "./result.js";

type Ends = { readonly low: number; readonly high: number };

export const priorsResult = ofCells(
  result(
    "prior beside posterior of every parameter",
    (fit, { cells, ...options }) => {
      const rows = priorPosterior(fit, options);
      const groups = groupElements(fit, rows, cells);
      return { data: cells === undefined ? rows : groups.flatMap((group) => group.rows), groups };
    },
    ({ groups }, { interval }) => {
      const header = intervalHeader(interval);
      const around = (ends: readonly Ends[]): string =>
        formatInterval({
          low: Math.min(...ends.map(({ low }) => low)),
          high: Math.max(...ends.map(({ high }) => high)),
        });
      return formatTable({
        headers: ["parameter", `prior\n${header}`, `posterior\n${header}`, "learned"],
        rows: groups.map(({ label, rows }) => [
          ...[label, around(rows.map(({ prior }) => prior)), around(rows.map(({ posterior }) => posterior))],
          formatRange(
            rows.map(({ contraction }) => contraction),
            formatShare,
          ),
        ]),
      });
    },
    ({ data }) => data,
  ),
);
