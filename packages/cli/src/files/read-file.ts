/** From a path to its text, or to the issue that says why there is none. */

import { type Issue, makeIssue } from "@mmm/data";
import type { World } from "../world.js";

/** A file's text, or the issue that says why it cannot be read; `what` is what the file is to the command. */
export function readFile(
  world: World,
  path: string,
  what: string,
): { readonly text?: string; readonly issues: readonly Issue[] } {
  const read = world.readText(path);
  if ("text" in read) return { text: read.text, issues: [] };
  const issue = makeIssue({
    code: "cli.unreadable-file",
    place: { file: path },
    rule: `the ${what} must be readable`,
    got: read.reason,
    advice: "Check the path.",
  });
  return { issues: [issue] };
}
