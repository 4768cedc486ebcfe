/** Every parameter with its diagnostics as a table; elements of the many cells of a panel stand in one line. */

import { summarizeDraws } from "@mmm/posterior";
import { formatCount, formatInterval, formatNumber } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { formatRange, groupElements } from "./group-elements.js";
import { diagnosis, ofCells, result } from "./result.js";

export const parametersResult = ofCells(
  diagnosis(
    result(
      "every parameter with its diagnostics",
      (fit, { interval, cells }) => {
        const rows = summarizeDraws(fit.draws, { interval });
        const groups = groupElements(fit, rows, cells);
        return { data: cells === undefined ? rows : groups.flatMap((group) => group.rows), groups };
      },
      ({ groups }, { interval }) =>
        formatTable({
          headers: ["parameter", "mean", intervalHeader(interval), "R-hat", "bulk\nESS", "tail\nESS"],
          rows: groups.map(({ label, rows }) => {
            const column = (name: "mean" | "low" | "high" | "rhat" | "essBulk" | "essTail"): number[] =>
              rows.map((row) => row[name]);
            const rhat = Math.max(...column("rhat"));
            return [
              ...[label, formatRange(column("mean"), formatNumber)],
              formatInterval({ low: Math.min(...column("low")), high: Math.max(...column("high")) }),
              Number.isNaN(rhat) ? "–" : rhat.toFixed(3),
              ...[formatCount(Math.min(...column("essBulk"))), formatCount(Math.min(...column("essTail")))],
            ];
          }),
        }),
      ({ data }) => data,
    ),
  ),
);
