/** Looking a transform up by name, with the nearest name when there is none. */

import { knownKind } from "./known-kind.js";
import type { AnyTransform, Transform } from "./transform.js";

/** The transform of a kind in a table; `noun` names the table in messages. */
export function transformOf(
  noun: string,
  table: Readonly<Record<string, AnyTransform>>,
  kind: string,
): Transform {
  // A transform checks the names of its parameters when called, so one type with any names is safe to hand out.
  return table[knownKind(noun, table, kind)] as unknown as Transform;
}
