/** FaultyTable: a table as it comes from people, and the list of what is wrong with it. */

import type { ColumnRoles } from "@mmm/data";
import type { valueFaults } from "./value-faults.js";

/** What can be wrong: with a value, or with a whole row. */
export type FaultKind = keyof typeof valueFaults | "missing-row" | "duplicate-row";

/** How many faults of each kind are wanted; none where a kind is left out. */
export type FaultCounts = Readonly<Partial<Record<FaultKind, number>>>;

/** One fault, with its address. */
export interface PlantedFault {
  readonly kind: FaultKind;
  /** Line of the text, the header's being 1; of two equal rows the second; `null` of a row that is missing. */
  readonly line: number | null;
  /** `null` of a fault of a whole row. */
  readonly column: string | null;
  readonly cell: string;
  readonly period: string;
  /** The value that stood there; `null` of a fault of a whole row. */
  readonly was: string | null;
  /** What stands there now. */
  readonly is: string | null;
}

/** A table with faults. */
export interface FaultyTable {
  /** CSV. */
  readonly text: string;
  /** The roles under which the text would read back without its faults. */
  readonly roles: ColumnRoles;
  /** In the order of the rows. */
  readonly faults: readonly PlantedFault[];
}
