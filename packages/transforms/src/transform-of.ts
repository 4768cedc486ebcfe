/** Looking a transform up by name, with the nearest name when there is none. */

import { nearestName } from "./nearest-name.js";
import type { Transform } from "./transform.js";

/** Any transform, whatever its parameters: what tables hold. */
type AnyTransform = Pick<Transform, "kind" | "title">;

/** The transform of a kind in a table; `noun` names the table in messages. */
export function transformOf(
  noun: string,
  table: Readonly<Record<string, AnyTransform>>,
  kind: string,
): Transform {
  const kinds = Object.keys(table);
  if (!kinds.includes(kind)) {
    const nearest = nearestName(kind, kinds);
    const advice = nearest === undefined ? "Choose one of them." : `Did you mean "${nearest}"?`;
    throw new RangeError(`${noun}: kind must be known, got "${kind}" (${kinds.join(", ")}). ${advice}`);
  }
  // A transform checks the names of its parameters when called, so one type with any names is safe to hand out.
  return table[kind] as Transform;
}
