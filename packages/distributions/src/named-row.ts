/** A row of a table of families by its name, or an error that helps to find it. */

import { nearestName } from "@mmm/data/words";

/**
 * @throws {RangeError} naming the nearest kind when there is no such kind
 */
export function namedRow<Row>(table: Readonly<Record<string, Row>>, kind: string, place: string): Row {
  const kinds = Object.keys(table);
  if (!kinds.includes(kind)) {
    const nearest = nearestName(kind, kinds);
    const advice = nearest === undefined ? "Choose one of them." : `Did you mean "${nearest}"?`;
    throw new RangeError(`${place}: kind must be known, got "${kind}" (${kinds.join(", ")}). ${advice}`);
  }
  return table[kind]!;
}
