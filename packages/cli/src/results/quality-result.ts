/** Fit quality as a table: in sample, and on what was held out; of a panel also cell by cell. */

import { fitQuality, type FitQuality } from "@mmm/model";
import { formatNumber, formatProbability, formatShare } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";
import { result } from "./result.js";

type Measured = Pick<FitQuality, "r2" | "mape" | "wmape" | "rmse" | "crps" | "coverage">;

export const qualityResult = result(
  "how well the model describes the data",
  fitQuality,
  (quality, { interval }) => {
    const seen = quality.holdout === undefined ? [quality] : [quality, quality.holdout];
    const names = ["in sample", "held out"].slice(0, seen.length);
    const whole = formatTable({
      headers: ["measure", ...names],
      rows: measures(interval).map(([name, show]) => [name, ...seen.map(show)]),
    });
    if (quality.cells.length === 1) return whole;
    const cells = formatTable({
      headers: [
        "cell",
        ...seen.flatMap((_, i) => ["R²", "wMAPE", "inside"].map((word) => `${word}\n${names[i]!}`)),
      ],
      rows: quality.cells.map(({ cell }, g) => [
        cell,
        ...seen.flatMap(({ cells: own }) => [
          ...[own[g]!.r2.toFixed(3), formatShare(own[g]!.wmape), formatShare(own[g]!.coverage)],
        ]),
      ]),
    });
    return `${whole}\n\n${cells}`;
  },
);

function measures(interval: number): readonly (readonly [string, (of: Measured) => string])[] {
  return [
    ["R²", ({ r2 }) => r2.toFixed(3)],
    ["MAPE", ({ mape }) => formatShare(mape)],
    ["wMAPE", ({ wmape }) => formatShare(wmape)],
    ["RMSE", ({ rmse }) => formatNumber(rmse)],
    ["CRPS", ({ crps }) => formatNumber(crps)],
    [`periods inside ${formatProbability(interval)} intervals`, ({ coverage }) => formatShare(coverage)],
  ];
}
