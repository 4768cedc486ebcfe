/** Draws as a table, one row per draw: for arquero, Arrow, Parquet and data frames in R and Python. */
import type { Draws } from "../draws/draws.js";
import { listElements } from "../draws/list-elements.js";
import { makeDraws } from "../draws/make-draws.js";
import { selectParameter } from "../draws/select-parameter.js";
import { type AxesByParameter, assembleParameters } from "./assemble-parameters.js";
import { samplerColumns, statisticsFromColumns } from "./sampler-columns.js";

/** Columns by name, all of one length. */
export type DrawsColumns = Readonly<Record<string, Float64Array | Int32Array>>;

/**
 * Draws as columns with a row per draw, chain after chain.
 *
 * `.chain`, `.iteration` and `.draw` (from 1) are what R's posterior looks for in a data frame, `lp__` to `energy__` are
 * Stan's names of the sampler's statistics, and every scalar has a column under its label. The result is what
 * arquero's `table`, flechette's `tableFromArrays` and hyparquet-writer's `columnData` take.
 *
 * @param draws  chain × draw × axes
 * @returns  fresh arrays of chains × draws numbers
 * @example
 * Object.keys(columnsFromDraws(exampleDraws())).slice(10, 13); // => ["intercept", "roi[tv]", "roi[radio]"]
 */
export function columnsFromDraws(draws: Draws): DrawsColumns {
  const transitions = draws.chains * draws.draws;
  const numbered = (number: (row: number) => number): Int32Array =>
    Int32Array.from({ length: transitions }, (_, row) => number(row) + 1);
  const scalars = listElements(draws).map(({ parameter, coordinates, label }) => [
    label,
    selectParameter(draws, parameter, coordinates).values,
  ]);
  return {
    ".chain": numbered((row) => Math.floor(row / draws.draws)),
    ".iteration": numbered((row) => row % draws.draws),
    ".draw": numbered((row) => row),
    ...Object.fromEntries(
      samplerColumns.map(([column, statistic]) => {
        const values = draws.statistics[statistic];
        return [column, values instanceof Float64Array ? values.slice() : Int32Array.from(values)];
      }),
    ),
    ...Object.fromEntries(scalars),
  };
}

/** What a table does not hold. */
export interface ColumnsOptions {
  /** Axes of parameters, by name; without them axes are called `roi_dim_0`, … */
  readonly axes?: AxesByParameter;
  /** Greatest tree depth the sampler allowed. Default 10, as in Stan. */
  readonly maxTreeDepth?: number;
}

/**
 * Draws from columns: what `columnsFromDraws` gave, or a data frame of R's posterior.
 *
 * @param columns  `.chain` (one chain without it) and a column per scalar; rows of a chain in the order of its draws
 * @param options  axes of parameters
 * @returns  the same draws; statistics that have no column are NaN, and `warmupLeapfrogs` is always
 * @throws  {Error} when columns differ in length, chains in draws, or a parameter lacks elements
 * @example
 * const draws = exampleDraws();
 * const again = drawsFromColumns(columnsFromDraws(draws), { axes: { roi: draws.parameters[1].axes } });
 * selectParameter(again, "roi", { channel: "tv" }).values[0] === selectParameter(draws, "roi", { channel: "tv" }).values[0]; // => true
 */
export function drawsFromColumns(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  options: ColumnsOptions = {},
): Draws {
  const order = orderByChain(columns);
  const sorted = new Map(
    Object.entries(columns)
      .filter(([name]) => !rowColumns.includes(name))
      .map(([name, values]) => [name, Float64Array.from(order.rows, (row) => values[row])]),
  );
  const isStatistic = (name: string): boolean => samplerColumns.some(([column]) => column === name);
  const scalars = [...sorted].filter(([name]) => !isStatistic(name));
  const totals = { maxTreeDepth: options.maxTreeDepth ?? 10, warmupLeapfrogs: NaN };
  return makeDraws({
    chains: order.chains,
    draws: order.rows.length / order.chains,
    parameters: assembleParameters(
      scalars.map(([label, values]) => ({ label, values })),
      options.axes,
    ),
    statistics: statisticsFromColumns(sorted, order.rows.length, totals),
  });
}

const rowColumns: readonly string[] = [".chain", ".iteration", ".draw"];

/** Rows chain after chain, each chain's in their order. */
function orderByChain(columns: Readonly<Record<string, ArrayLike<number>>>): {
  rows: readonly number[];
  chains: number;
} {
  const lengths = new Set(Object.values(columns).map((values) => values.length));
  const [length] = lengths;
  if (lengths.size !== 1 || length === undefined || length === 0) {
    throw new Error(
      `columns: all must have one length, at least 1, got [${[...lengths].join(", ")}]. Give one table.`,
    );
  }
  const chainOfRow = columns[".chain"] ?? new Float64Array(length).fill(1);
  const byChain = new Map<number, number[]>();
  for (let row = 0; row < length; row++) {
    const rows = byChain.get(chainOfRow[row]) ?? [];
    rows.push(row);
    byChain.set(chainOfRow[row], rows);
  }
  const sizes = [...byChain.values()].map((rows) => rows.length);
  if (new Set(sizes).size > 1) {
    throw new Error(
      `columns: every chain must have the same number of draws, got [${sizes.join(", ")}]. Cut the longer chains.`,
    );
  }
  return { rows: [...byChain.values()].flat(), chains: byChain.size };
}
