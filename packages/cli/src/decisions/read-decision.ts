/** YAML of a decision: a budget problem, or plans; with lines in every message. */

import { type Issue, IssueError, type SchemaSource } from "@mmm/data";
import { readYaml } from "@mmm/model";
import { readFile } from "../files/read-file.js";
import type { World } from "../world.js";

/** The value in a file and where its parts stand. */
export interface DecisionText {
  readonly value: unknown;
  readonly source: Pick<SchemaSource, "file" | "root" | "locate">;
}

/** Reads a file; without a path, an empty document. */
export function readDecision(world: World, path: string | undefined, what: string): DecisionText {
  if (path === undefined) return { value: {}, source: { root: "problem" } };
  const { text, issues } = readFile(world, path, what);
  const reading = text === undefined ? undefined : readYaml(text, path, "decision");
  const all: readonly Issue[] = [...issues, ...(reading?.issues ?? [])];
  if (all.length > 0) throw new IssueError(all);
  return { value: reading!.value ?? {}, source: { file: path, root: "", locate: reading!.locate } };
}
