/** Issues in the order in which a reader meets them. */
import type { Issue } from "../issue/issue.js";

/** The first file first, line by line; faults of one line stay in the given order. */
export function byPlace(first: string, issues: readonly Issue[]): readonly Issue[] {
  const files = [...new Set([first, ...issues.map(({ place }) => place.file)])];
  const fileOf = ({ place }: Issue): number => files.indexOf(place.file);
  const lineOf = ({ place }: Issue): number => place.line ?? place.row ?? 0;
  return [...issues].sort((a, b) => fileOf(a) - fileOf(b) || lineOf(a) - lineOf(b));
}
