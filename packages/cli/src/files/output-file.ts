/** The files a command writes: refused before the work where they cannot be written, and written whole or not at all. */

import { resolve } from "node:path";
import { type Issue, makeIssue } from "@mmm/data";
import type { World } from "../world.js";

/**
 * What stands against writing there: a place that cannot be written, or one of the files that the command reads.
 *
 * @param inputs  paths that are read by the same command
 */
export function checkOutputFile(
  world: World,
  path: string,
  inputs: readonly (string | undefined)[] = [],
): readonly Issue[] {
  const input = inputs.find((read) => read !== undefined && resolve(read) === resolve(path));
  if (input !== undefined) {
    const words = { rule: "the output must not replace what is read", got: "the path of an input" };
    return [issueAt(path, "cli.output-is-input", words)];
  }
  const reason = world.refuseWrite(path);
  return reason === undefined ? [] : [unwritable(path, reason)];
}

/** Writes a file whole or not at all; returns the issue when it cannot. */
export function writeOutputFile(world: World, path: string, text: string): readonly Issue[] {
  const reason = world.writeText(path, text);
  return reason === undefined ? [] : [unwritable(path, reason)];
}

function unwritable(path: string, reason: string): Issue {
  return issueAt(path, "cli.unwritable-file", { rule: "the output must be writable", got: reason });
}

function issueAt(path: string, code: string, words: { readonly rule: string; readonly got: string }): Issue {
  return makeIssue({ code, place: { file: path }, ...words, advice: "Choose another path." });
}
