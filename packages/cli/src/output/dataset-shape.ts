/** What a dataset holds, as plain data and as one line. */

import type { Dataset } from "@mmm/model";

/** Sizes and names. */
export interface DatasetShape {
  readonly periods: number;
  /** ISO dates of the first and the last period. */
  readonly from: string;
  readonly to: string;
  /** Names of the cells; one for a single market. */
  readonly cells: readonly string[];
  readonly kpi: string;
  readonly channels: readonly string[];
  readonly controls: readonly string[];
}

/** Cells beyond these are counted, not named. */
const namedCells = 5;

/** The shape of a dataset. */
export function datasetShape({ periods, cells, kpi, channels, controls }: Dataset): DatasetShape {
  return {
    ...{ periods: periods.length, from: periods[0]!, to: periods.at(-1)!, cells, kpi: kpi.name },
    channels: channels.map(({ name }) => name),
    controls: controls.map(({ name }) => name),
  };
}

/** `104 periods from … to …, KPI "revenue", 2 channels (tv, search), no controls`. */
export function describeShape({ periods, from, to, cells, kpi, channels, controls }: DatasetShape): string {
  const list = (noun: string, names: readonly string[]): string =>
    `${names.length} ${noun}${names.length === 1 ? "" : "s"}${names.length === 0 ? "" : ` (${names.join(", ")})`}`;
  const some = cells.length > namedCells ? [...cells.slice(0, namedCells), "…"] : cells;
  const ofCells = cells.length === 1 ? "" : `${cells.length} cells (${some.join(", ")}), `;
  return `${ofCells}${periods} periods from ${from} to ${to}, KPI "${kpi}", ${list("channel", channels)}, ${list("control", controls)}`;
}
