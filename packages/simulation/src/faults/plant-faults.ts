/** Planting faults: a table as it comes from people, with the list of what is wrong with it. */

import type { Dataset } from "@mmm/data";
import { drawInteger, drawPermutation, type RandomStream, randomStream } from "@mmm/numerics";
import Papa from "papaparse";
import type { FaultCounts, FaultKind, FaultyTable, PlantedFault } from "./faulty-table.js";
import { type SpoilableTable, spoilableTable } from "./spoilable-table.js";
import { type ValueFault, valueFaults } from "./value-faults.js";

/** A fault by its place in the table that has none yet. */
interface Spot {
  readonly kind: FaultKind;
  readonly row: number;
  /** `null` of a fault of the whole row. */
  readonly column: number | null;
  readonly is: string | null;
}

/**
 * Writes a data set as CSV and plants faults in it, no two in one row, to see whether a reader finds them. What is spoilt is
 * such that the fault can be seen: outliers stand in the KPI, negatives where media ran, and missing rows are neither the first
 * nor the last of their cell.
 *
 * @param dataset  any data set, such as `market.dataset`
 * @param counts   how many faults of each kind: `missing-value`, `outlier`, `negative`, `text`, `missing-row`, `duplicate-row`
 * @param seed     the same seed plants the same faults
 * @returns        the text, its roles, and every fault with its address
 * @throws  {RangeError} when a kind is not known or a count no whole number ≥ 0, or when rows run out
 * @example
 * const { dataset } = simulateMarket(marketPresets.small, 1);
 * const { faults } = plantFaults(dataset, { negative: 1, "missing-row": 1 }, 7);
 * faults.map(({ kind }) => kind).toSorted(); // => ["missing-row", "negative"]
 */
export function plantFaults(dataset: Dataset, counts: FaultCounts, seed: number | string): FaultyTable {
  const table = spoilableTable(dataset);
  const stream = randomStream(seed, "faults");
  const free = [...drawPermutation(stream.split("rows"), table.rows.length)];
  const spots = wantedKinds(counts).map((kind, k) => findSpot(kind, table, free, stream.split("spot", k)));
  return { roles: table.roles, ...writeTable(table, spots) };
}

const kinds = [...Object.keys(valueFaults), "missing-row", "duplicate-row"] as readonly FaultKind[];

/** Every kind as often as it is wanted. */
function wantedKinds(counts: FaultCounts): readonly FaultKind[] {
  for (const [kind, count] of Object.entries(counts)) {
    if (kinds.some((known) => known === kind) && Number.isInteger(count) && count >= 0) continue;
    throw new RangeError(
      `plantFaults: counts must be whole numbers ≥ 0 of known faults, got ${kind}: ${count} (${kinds.join(", ")}). Correct it.`,
    );
  }
  return kinds.flatMap((kind) => Array.from({ length: counts[kind] ?? 0 }, () => kind));
}

/** Takes the first free row in which the fault can be planted; `free` loses it. */
function findSpot(kind: FaultKind, table: SpoilableTable, free: number[], stream: RandomStream): Spot {
  for (const [k, row] of free.entries()) {
    const spot = spotIn(kind, table, row, stream);
    if (spot === undefined) continue;
    free.splice(k, 1);
    return spot;
  }
  throw new RangeError(
    `plantFaults: there must be a row for each fault, got none for "${kind}". Plant fewer, or simulate more periods.`,
  );
}

function spotIn(kind: FaultKind, table: SpoilableTable, row: number, stream: RandomStream): Spot | undefined {
  const { inside, values } = table.rows[row]!;
  const whole = { kind, row, column: null, is: null };
  if (kind === "duplicate-row") return whole;
  if (kind === "missing-row") return inside ? whole : undefined;
  const fault: ValueFault = valueFaults[kind];
  const columns = values.flatMap((value, column) => {
    const use = table.uses[column];
    return use !== undefined && value !== "" && fault.canSpoil(use, Number(value)) ? [column] : [];
  });
  if (columns.length === 0) return undefined;
  const column = columns[drawInteger(stream, columns.length)]!;
  return { kind, row, column, is: fault.write(Number(values[column]!), stream) };
}

/** The text with all faults, and their addresses in it. */
function writeTable(
  { header, rows }: SpoilableTable,
  spots: readonly Spot[],
): Pick<FaultyTable, "text" | "faults"> {
  const spotOf = new Map(spots.map((spot) => [spot.row, spot]));
  const written: (readonly string[])[] = [header];
  const faults: PlantedFault[] = [];
  rows.forEach(({ cell, period, values }, row) => {
    const spot = spotOf.get(row);
    const { kind, column = null, is = null } = spot ?? {};
    if (kind !== "missing-row") written.push(column === null ? values : values.with(column, is!));
    if (kind === "duplicate-row") written.push(values);
    if (kind === undefined) return;
    const [name, was] = column === null ? [null, null] : [header[column]!, values[column]!];
    const line = kind === "missing-row" ? null : written.length;
    faults.push({ kind, line, column: name, cell, period, was, is });
  });
  return { text: `${Papa.unparse(written as string[][], { newline: "\n" })}\n`, faults };
}
