/** Contributions over the window as a table. */

import { contributions } from "@mmm/model";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { result, windowed } from "./result.js";

/** Below this share of the expected KPI, a total is the rounding of a sum that is 0. */
const nothing = 1e-9;

const note = `Trend, seasonality and continuous controls count from their mean, so that their
totals are near 0. \`--json\` has every period.`;

export const contributionsResult = windowed(
  result(
    "what each channel and each part of the baseline brought",
    contributions,
    ({ parts, expected }, { interval }) => {
      const header = intervalHeader(interval);
      const number = (value: number): string =>
        formatNumber(Math.abs(value) < nothing * Math.abs(expected.mean) ? 0 : value);
      const table = formatTable({
        headers: ["part", "kind", "total", header, "share", header],
        rows: parts.map(({ name, kind, total, share }) => [
          ...[name, kind, number(total.mean), formatInterval(total, number)],
          ...[formatShare(share.mean), formatInterval(share, formatShare)],
        ]),
      });
      return `${table}\n\n${note}`;
    },
  ),
);
