/** Fit quality as a table. */

import { fitQuality } from "@mmm/model";
import { formatNumber, formatProbability, formatShare } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";
import { result } from "./result.js";

export const qualityResult = result(
  "how well the model describes the data",
  fitQuality,
  ({ r2, mape, wmape, rmse, coverage }, { interval }) =>
    formatTable({
      headers: ["measure", "in sample"],
      rows: [
        ["R²", r2.toFixed(3)],
        ["MAPE", formatShare(mape)],
        ["wMAPE", formatShare(wmape)],
        ["RMSE", formatNumber(rmse)],
        [`periods inside ${formatProbability(interval)} intervals`, formatShare(coverage)],
      ],
    }),
);
