/** From a path to the fit that lies there. */

import { makeIssue } from "@mmm/data";
import { type Fit, IssueError, openFit as openFitText } from "@mmm/model";
import type { World } from "../world.js";
import { readFile } from "./read-file.js";

/** Opens a saved fit; what is none is refused in words. */
export function openFit(world: World, path: string): Fit {
  const { text, issues } = readFile(world, path, "saved fit");
  if (text === undefined) throw new IssueError(issues);
  try {
    return openFitText(text, path);
  } catch (error) {
    throw new IssueError([notOpened(path, error instanceof Error ? error.message : String(error))]);
  }
}

/** `openFit` names the file where it knows what is wrong; anything else comes of a file that was changed. */
function notOpened(path: string, reason: string) {
  const code = "cli.no-saved-fit";
  const place = { file: path };
  if (reason.startsWith(`${path}: `)) return { code, severity: "error", place, message: reason } as const;
  const rule = "the saved fit must be as `mmm fit` wrote it";
  return makeIssue({ code, place, rule, got: `one that cannot be opened (${reason})`, advice: "Fit again." });
}
