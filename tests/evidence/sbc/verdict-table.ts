/** A table of ranked quantities: how far their ranks depart from uniform, and whether that is within chance. */

import type { RankCheck } from "@mmm/posterior";
import type { CalibrationVerdict } from "../../calibration/calibration-verdicts.js";

/** One line per quantity. */
export function verdictTable(verdicts: readonly CalibrationVerdict[]): readonly string[] {
  const width = Math.max(...verdicts.map(({ quantity }) => quantity.length));
  return verdicts.map(({ quantity, check }) => {
    const verdict = check.inside ? "inside" : `OUTSIDE  ${check.advice}`;
    return `  ${quantity.padEnd(width)}  ${departure(check).toFixed(2)}  ${verdict}`;
  });
}

/** Largest distance of the distribution function from the diagonal, in widths of the band there: above 1 it is outside. */
function departure({ positions, ecdf, lower, upper }: RankCheck): number {
  const ratios = Array.from(positions, (z, i) => {
    const distance = ecdf[i]! - z;
    const room = distance > 0 ? upper[i]! - z : z - lower[i]!;
    return distance === 0 ? 0 : Math.abs(distance) / room;
  });
  return Math.max(...ratios);
}
