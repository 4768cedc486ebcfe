/** The table of a recovery benchmark: per dataset and pooled, coverage, bias and error beside the state of the fits. */

import type { RecoveryRow } from "./measure-recovery.js";
import { median } from "../median.js";

const covers = ({ trueRoi, roiLow90, roiHigh90 }: RecoveryRow): boolean =>
  roiLow90 <= trueRoi && trueRoi <= roiHigh90;

function line(name: string, rows: readonly RecoveryRow[]): string {
  const share = rows.filter(covers).length / rows.length;
  const bias = median(rows.map(({ roiMean, trueRoi }) => roiMean / trueRoi - 1));
  const trusted = rows.filter(({ maxRhat, divergences }) => maxRhat < 1.01 && divergences === 0).length;
  return [
    name.padEnd(20),
    String(rows.length).padStart(8),
    `${(100 * share).toFixed(1)} %`.padStart(9),
    `${(100 * bias).toFixed(1)} %`.padStart(12),
    median(rows.map(({ contributionNrmse }) => contributionNrmse))
      .toFixed(3)
      .padStart(13),
    median(rows.map(({ seconds }) => seconds))
      .toFixed(1)
      .padStart(8),
    `${((100 * trusted) / rows.length).toFixed(0)} %`.padStart(10),
  ].join(" ");
}

/** Prints a line per dataset, then all of our presets together. */
export function printRecovery(rows: readonly RecoveryRow[]): void {
  const columns = ["channels", " coverage", " ROI bias, md", "  NRMSE, md", "  s, md", " R-hat ok"];
  console.log(`\n${"dataset".padEnd(20)} ${columns.join(" ")}`);
  for (const dataset of new Set(rows.map((row) => row.dataset))) {
    console.log(
      line(
        dataset,
        rows.filter((row) => row.dataset === dataset),
      ),
    );
  }
  const simulated = rows.filter(({ seed }) => seed > 0);
  if (simulated.length > 0) console.log(line("all simulated", simulated));
}
