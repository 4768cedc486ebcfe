/** Which pooled coefficients the data of each cell know better than the other cells do: those are sampled centred. */

import type { Dataset } from "@mmm/data";
import { mean, variance } from "@mmm/numerics";
import { invertUpper, multiplyMatrixVector, thinQr } from "@mmm/numerics/linear-algebra";
import { mediaValues, type Scaling } from "../scaling.js";
import type { BaselineColumn } from "./baseline-columns.js";

/**
 * Finds the columns whose coefficients differ between cells by more than their uncertainty within a cell.
 *
 * Every cell is fitted for itself by least squares: what its sales are above the mean of all cells, by its own level, its
 * pooled columns and its media. A coefficient is informed where
 *
 *     variance over cells − mean squared standard error  >  mean squared standard error
 *
 * the first being the moment estimate of its spread². Sampled centred, an informed coefficient is pinned by its own cell;
 * an uninformed one would make a funnel with its spread. It decides how the sampler moves, nothing of what is believed.
 *
 * @param dataset  a panel
 * @param scaling  its scales
 * @param columns  the pooled columns
 * @returns        those that are informed
 * @source betancourt2013
 */
export function informedColumns(
  dataset: Dataset,
  scaling: Scaling,
  columns: readonly BaselineColumn[],
): ReadonlySet<BaselineColumn> {
  if (columns.length === 0 || dataset.cells.length < 3) return new Set();
  const sales = salesAboveMean(dataset, scaling);
  const fits = sales.map((own, g) => leastSquares(own, cellRegressors(dataset, scaling, columns, g)));
  return new Set(
    columns.filter((_, i) => {
      const known = fits.flatMap((fit) => fit[i] ?? []);
      if (known.length < 3) return false;
      const error = mean(Float64Array.from(known, ({ squaredError }) => squaredError));
      return variance(Float64Array.from(known, ({ value }) => value)) > 2 * error;
    }),
  );
}

/** [cell][time] scaled KPI less its mean over the cells in each period. */
function salesAboveMean({ cells, periods, kpi }: Dataset, scaling: Scaling): readonly Float64Array[] {
  const count = periods.length;
  const scaled = cells.map((_, g) =>
    kpi.values.slice(g * count, (g + 1) * count).map((value) => value / scaling.size[g]! / scaling.kpi),
  );
  const usual = periods.map((_, t) => mean(Float64Array.from(scaled, (own) => own[t]!)));
  return scaled.map((own) => own.map((value, t) => value - usual[t]!));
}

/** The pooled columns of a cell first, then its level and media, as far as they vary. */
function cellRegressors(
  { cells, periods, channels }: Dataset,
  { media }: Scaling,
  columns: readonly BaselineColumn[],
  cell: number,
): readonly Float64Array[] {
  const count = periods.length;
  const own = (values: Float64Array): Float64Array =>
    values.length === count ? values : values.slice(cell * count, (cell + 1) * count);
  const isLevel = columns.some(({ part }) => part === "intercept");
  return [
    ...columns.map(({ values }) => own(values)),
    ...(isLevel || cells.length === 0 ? [] : [new Float64Array(count).fill(1)]),
    ...channels.map((channel, c) => carried(own(mediaValues(channel)).map((value) => value / media[c]!))),
  ];
}

/** Half of every period carried into the next: a rough guess that serves all channels. */
function carried(values: Float64Array): Float64Array {
  let stock = 0;
  return values.map((value) => (stock = value + 0.5 * stock));
}

interface CellFit {
  readonly value: number;
  readonly squaredError: number;
}

/** Coefficient and squared standard error of each regressor; none for those that repeat others. */
function leastSquares(
  target: Float64Array,
  regressors: readonly Float64Array[],
): readonly (CellFit | undefined)[] {
  const { directions, upper, independent } = thinQr(regressors);
  const size = independent.length;
  if (target.length <= size) return regressors.map(() => undefined);
  const along = Float64Array.from(directions, (direction) =>
    direction.reduce((total, value, t) => total + value * target[t]!, 0),
  );
  const left =
    target.reduce((total, value) => total + value * value, 0) - along.reduce((t, v) => t + v * v, 0);
  const noise = Math.max(left, 0) / (target.length - size);
  const inverse = invertUpper(upper);
  const values = multiplyMatrixVector(inverse, along);
  return regressors.map((_, i) => {
    const at = independent.indexOf(i);
    if (at < 0) return undefined;
    const row = inverse.subarray(at * size, (at + 1) * size);
    return {
      value: values[at]!,
      squaredError: noise * row.reduce((total, value) => total + value * value, 0),
    };
  });
}
