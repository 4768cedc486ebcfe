/** PilotFit: a rough least-squares fit of every cell for itself, by which the sampler's coordinates are chosen. */

import type { Dataset } from "@mmm/data";
import { mean, variance } from "@mmm/numerics";
import { invertUpper, multiplyMatrixVector, thinQr } from "@mmm/numerics/linear-algebra";
import { geometricAdstock } from "@mmm/transforms";
import { mediaValues, type Scaling } from "../scaling.js";
import type { BaselineColumn } from "./baseline-columns.js";

/** What the data of the cells seem to know. It decides how the sampler moves, nothing of what is believed. */
export interface PilotFit {
  /** Whether cells know a pooled coefficient of theirs better than the other cells do. */
  readonly informs: (column: BaselineColumn) => boolean;
  /** Whether cells know the effect of a channel of theirs better than the other cells do; by its place in the data. */
  readonly informsEffect: (channel: number) => boolean;
}

/**
 * Fits every cell by least squares: its scaled KPI by the columns it has (knots aside), its level and its media.
 *
 * A coefficient is informed where the moment estimate of its spread² (its variance over cells less the mean squared standard
 * error) exceeds that error five times, or twenty times for a media effect. Sampled centred, an informed coefficient is pinned by its own data; one whose spread may be near 0
 * would make a funnel with it.
 *
 * @param dataset  a panel
 * @param scaling  its scales
 * @param columns  all columns of the baseline
 * @source betancourt2013
 */
export function pilotFit(dataset: Dataset, scaling: Scaling, columns: readonly BaselineColumn[]): PilotFit {
  const periods = dataset.periods.length;
  const known = columns.filter(({ coordinate }) => !coordinate?.startsWith("knot"));
  const usual = usualSales(dataset, scaling);
  const fits = dataset.cells.map((_, g) => {
    const sales = Float64Array.from({ length: periods }, (_, t) => sizedSales(dataset, scaling, g, t));
    const regressors = cellRegressors(dataset, scaling, known, g);
    const seen = (_value: number, t: number): boolean => isSeen(dataset, g, t);
    const fitOf = (target: Float64Array): LeastSquares =>
      leastSquares(
        target.filter(seen),
        regressors.map((values) => values.filter(seen)),
      );
    return {
      whole: fitOf(sales),
      // Against the mean of all cells, what moves them alike does not hide how a cell differs.
      apart: fitOf(sales.map((value, t) => value - usual[t]!)),
    };
  });
  return {
    informs: (column) =>
      isInformed(
        fits.flatMap(({ apart }) => apart.coefficients[known.indexOf(column)] ?? []),
        "coefficient",
      ),
    informsEffect: (channel) =>
      isInformed(
        fits.flatMap(({ whole }) => whole.coefficients[known.length + 1 + channel] ?? []),
        "effect",
      ),
  };
}

/**
 * Spread² found over squared error, above which own data pin a value; below it, the spread may as well be near 0. Effects
 * need more: a straight line through a curve leaves errors that look like them.
 */
const clearlyInformed = { coefficient: 5, effect: 20 };

/** Fewer cells than this cannot show that their spread is far from 0. */
const fewestToTell = 5;

/** Whether values differ between cells by clearly more than their errors. */
function isInformed(found: readonly Coefficient[], kind: keyof typeof clearlyInformed): boolean {
  if (found.length < fewestToTell) return false;
  const error = mean(Float64Array.from(found, ({ squaredError }) => squaredError));
  return variance(Float64Array.from(found, ({ value }) => value)) - error > clearlyInformed[kind] * error;
}

/** Whether the KPI of a cell and period is there to learn from. */
function isSeen({ split, periods }: Dataset, cell: number, period: number): boolean {
  return split === undefined || split.train[cell * periods.length + period] !== 0;
}

function sizedSales({ kpi, periods }: Dataset, scaling: Scaling, cell: number, period: number): number {
  return kpi.values[cell * periods.length + period]! / scaling.size[cell]! / scaling.kpi;
}

/** [time] the mean of the cells' scaled KPI, of those that are seen. */
function usualSales(dataset: Dataset, scaling: Scaling): Float64Array {
  const cells = [...dataset.cells.keys()];
  return Float64Array.from(dataset.periods, (_, t) => {
    const seen = cells.filter((g) => isSeen(dataset, g, t));
    return seen.length === 0 ? 0 : mean(Float64Array.from(seen, (g) => sizedSales(dataset, scaling, g, t)));
  });
}

/** The columns of a cell first, then its level and media. */
function cellRegressors(
  { periods, channels }: Dataset,
  { media }: Scaling,
  columns: readonly BaselineColumn[],
  cell: number,
): readonly Float64Array[] {
  const count = periods.length;
  const own = (values: Float64Array): Float64Array =>
    values.length === count ? values : values.slice(cell * count, (cell + 1) * count);
  return [
    ...columns.map(({ values }) => own(values)),
    new Float64Array(count).fill(1),
    // Half of every period carried into the next: a rough guess that serves all channels.
    ...channels.map((channel, c) =>
      geometricAdstock(
        own(mediaValues(channel)).map((value) => value / media[c]!),
        { retention: 0.5 },
      ),
    ),
  ];
}

interface Coefficient {
  readonly value: number;
  readonly squaredError: number;
}

interface LeastSquares {
  /** [regressor] nothing for those that repeat others. */
  readonly coefficients: readonly (Coefficient | undefined)[];
}

function leastSquares(target: Float64Array, regressors: readonly Float64Array[]): LeastSquares {
  const { directions, upper, independent } = thinQr(regressors);
  const size = independent.length;
  const along = Float64Array.from(directions, (direction) =>
    direction.reduce((total, value, t) => total + value * target[t]!, 0),
  );
  const residuals = directions.reduce(
    (left, direction, d) => left.map((value, t) => value - along[d]! * direction[t]!),
    target,
  );
  const squares = residuals.reduce((total, value) => total + value * value, 0);
  // Variance of the residuals, degrees of freedom counted.
  const noise = squares / Math.max(1, target.length - size);
  const inverse = invertUpper(upper);
  const values = multiplyMatrixVector(inverse, along);
  const coefficients = regressors.map((_, i) => {
    const at = independent.indexOf(i);
    if (at < 0 || target.length <= size) return undefined;
    const row = inverse.subarray(at * size, (at + 1) * size);
    return {
      value: values[at]!,
      squaredError: noise * row.reduce((total, value) => total + value * value, 0),
    };
  });
  return { coefficients };
}
