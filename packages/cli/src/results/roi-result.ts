/** ROI and marginal ROI as a table. */

import { roi } from "@mmm/model";
import { formatInterval, formatNumber } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { result, windowed } from "./result.js";

export const roiResult = windowed(
  result("ROI and marginal ROI of each channel", roi, (rows, { interval }) => {
    const header = intervalHeader(interval);
    return formatTable({
      headers: ["channel", "spend", "incremental\nKPI", "ROI", header, "marginal\nROI", header],
      rows: rows.map((row) => [
        ...[row.channel, formatNumber(row.spend), formatNumber(row.incremental.mean)],
        ...[formatNumber(row.roi.mean), formatInterval(row.roi)],
        ...[formatNumber(row.marginalRoi.mean), formatInterval(row.marginalRoi)],
      ]),
    });
  }),
);
