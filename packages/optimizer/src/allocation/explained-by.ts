/** What some numbers explain of others over the draws: a regression on them, their squares and their products. */

import { mean, variance } from "@mmm/numerics";
import { dot, thinQr } from "@mmm/numerics/linear-algebra";

/** Of a direction, this share of the variance of the first is noise of rounding, or too little to explain anything. */
const LEAST = 1e-8;

/**
 * Least squares over draws: E[y | z], with z the independent directions of the explaining numbers and their second-order terms. With d
 * draws and b terms, a target that is independent of z is "explained" to a share of b / d of its variance.
 *
 * @param explaining  [number][draw] a few
 * @param targets     [target][draw]; a target that is not finite is returned as it is
 * @returns           [target][draw]
 */
export function explainedBy(
  explaining: readonly Float64Array[],
  targets: readonly Float64Array[],
): readonly Float64Array[] {
  const centred = explaining.map(departures);
  const largest = Math.max(...centred.map((values) => dot(values, values)));
  const varying = centred.filter((values) => dot(values, values) > LEAST * largest);
  if (!(largest > 0)) return targets.map((own) => new Float64Array(own.length).fill(mean(own)));
  const { directions } = thinQr(varying);
  const first = directions.map((own) => {
    const scale = Math.sqrt(variance(own));
    return own.map((value) => value / scale);
  });
  const second = first.flatMap((a, i) =>
    first.slice(i).map((b) => departures(a.map((value, k) => value * b[k]))),
  );
  const basis = thinQr([...first, ...second]).directions;
  return targets.map((own) => {
    if (!own.every(Number.isFinite)) return own;
    const usual = mean(own);
    const fitted = new Float64Array(own.length).fill(usual);
    for (const direction of basis) {
      const along = dot(direction, own);
      for (let k = 0; k < own.length; k++) fitted[k] += along * direction[k];
    }
    return fitted;
  });
}

function departures(values: Float64Array): Float64Array {
  const usual = mean(values);
  return values.map((value) => value - usual);
}
