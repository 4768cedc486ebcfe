/** Whether a table knows a kind; if not, the nearest name. */

import { nearestName } from "@mmm/data/words";

/**
 * The kind itself, known to be in the table; `noun` names the table in messages.
 *
 * @throws {RangeError} naming the nearest kind when there is no such kind
 */
export function knownKind<Kind extends string>(
  noun: string,
  table: Readonly<Record<Kind, unknown>>,
  kind: string,
): Kind {
  const kinds = Object.keys(table);
  if (kinds.includes(kind)) return kind as Kind;
  const nearest = nearestName(kind, kinds);
  const advice = nearest === undefined ? "Choose one of them." : `Did you mean "${nearest}"?`;
  throw new RangeError(`${noun}: kind must be known, got "${kind}" (${kinds.join(", ")}). ${advice}`);
}
