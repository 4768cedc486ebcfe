/** A data set that is still being read: every series on its grid, with holes where cells of the table are missing or wrong. */
import type { Issue } from "../issue/issue.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import type { ExpandedChannel, ExpandedKpi } from "../roles/expand-roles.js";
import type { Table } from "../table/table.js";
import type { Gap } from "../grid/check-rows.js";
import type { Grid } from "../grid/grid.js";
import type { Meaning, RowFault } from "./read-numbers.js";

/** One series and where its values came from. */
export interface DraftSeries {
  readonly meaning: Meaning;
  readonly name: string;
  readonly channel?: string | undefined;
  readonly column: string;
  readonly table: Table;
  /** [cell × time] NaN where there is no value; empty where the table lacks the column */
  readonly values: Float64Array;
  /** [cell × time] where several rows add up: the sum of those that can be read */
  readonly rest?: Float64Array;
  readonly faults: readonly RowFault[];
  /** [row of the table] its position, -1 where unknown */
  readonly positions: Int32Array;
  /** [cell × time] the row that a value stands in, -1 where there is none */
  readonly rows: Int32Array;
}

/** A channel's media; no series where the role names none. */
export interface DraftChannel {
  readonly role: ExpandedChannel;
  readonly spend?: DraftSeries;
  readonly exposure?: DraftSeries;
}

/** Positions without a row, in the series that stand in the rows that are missing. */
export interface SeriesGap extends Gap {
  readonly series: readonly Pick<DraftSeries, "name" | "meaning">[];
}

/** Everything that was read, before it is repaired, refused or made into a data set. */
export interface Draft {
  readonly name: string;
  readonly roles: ColumnRoles;
  readonly table: Table;
  /** Where media stand in rows of a table: that table. */
  readonly mediaTable?: Table | undefined;
  readonly grid: Pick<Grid, "cells" | "dimensions" | "periods" | "rows">;
  /** How many of the periods are media history. */
  readonly historyLength: number;
  readonly kpi: DraftSeries;
  readonly kpiRole: ExpandedKpi;
  readonly revenue?: DraftSeries;
  readonly channels: readonly DraftChannel[];
  readonly controls: readonly DraftSeries[];
  readonly population?: DraftSeries;
  /** The rows of each panel cell. */
  readonly cellRows: ReadonlyMap<string, number>;
  /** What nobody but the owner of the data can repair. */
  readonly issues: readonly Issue[];
  readonly gaps: readonly SeriesGap[];
}

/** The series of a draft that have a value for each cell and period, in the order of the roles. */
export function seriesOf({ kpi, revenue, channels, controls }: Draft): readonly DraftSeries[] {
  return [
    kpi,
    revenue ?? [],
    channels.map(({ spend, exposure }) => [spend ?? [], exposure ?? []]),
    controls,
  ].flat(3);
}

/** The draft with each of its series put through `replace`. */
export function replaceSeries(draft: Draft, replace: (series: DraftSeries) => DraftSeries): Draft {
  return {
    ...draft,
    kpi: replace(draft.kpi),
    ...(draft.revenue && { revenue: replace(draft.revenue) }),
    channels: draft.channels.map(({ role, spend, exposure }) => ({
      role,
      ...(spend && { spend: replace(spend) }),
      ...(exposure && { exposure: replace(exposure) }),
    })),
    controls: draft.controls.map(replace),
  };
}

/** Spend and exposure alone have a media history; elsewhere nothing is asked of those periods. */
export function isMedia({ meaning }: Pick<DraftSeries, "meaning">): boolean {
  return meaning === "spend" || meaning === "exposure";
}
