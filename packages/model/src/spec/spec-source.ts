/** Where a spec was written, for issues that are found once the file is closed. */

import type { Place, SchemaSource } from "@mmm/data";

/** Where a spec was written, so that issues can name file and line; empty for a spec made in code. */
export type SpecSource = Pick<SchemaSource, "file" | "locate">;

/** The place of a path below `model`. */
export function placeInSpec(path: readonly string[], { file, locate }: SpecSource): Place {
  return { file, ...locate?.(path), path: ["model", ...path].join(".") };
}
