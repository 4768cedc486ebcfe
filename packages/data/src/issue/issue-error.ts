/** The error a door throws once, with every issue it found, and how issues are printed. */
import type { Issue } from "./issue.js";

/**
 * Wrong input: carries every issue that was found. Doors throw it once, after looking at everything.
 *
 * @example
 * const message = "sales.csv: must hold rows, got none. Export it again.";
 * const issue: Issue = { code: "data.no-rows", severity: "error", place: { file: "sales.csv" }, message };
 * new IssueError([issue]).issues.length; // => 1
 */
export class IssueError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues));
    this.name = "IssueError";
    this.issues = issues;
  }
}

/**
 * The end of a door: throws one `IssueError` with all `issues`, if there is an error among them; warnings alone pass.
 *
 * @param issues  everything that was found
 * @throws  {IssueError} with all of it
 * @example
 * throwIfErrors([]); // => undefined
 */
export function throwIfErrors(issues: readonly Issue[]): void {
  if (issues.some((issue) => issue.severity === "error")) throw new IssueError(issues);
}

/**
 * One issue as a line of text: severity, message, code.
 *
 * @param issue  the issue
 * @returns      `<severity>: <message> [<code>]`
 * @example
 * const issue: Issue = { code: "spec.unknown-key", severity: "error", place: {}, message: "input: no such key." };
 * formatIssue(issue); // => "error: input: no such key. [spec.unknown-key]"
 */
export function formatIssue(issue: Issue): string {
  return `${issue.severity}: ${issue.message} [${issue.code}]`;
}

/**
 * All issues as text: a line that counts them, then one line each, errors before warnings, otherwise in the given order.
 *
 * @param issues  any number of issues
 * @returns       lines joined by newlines, without one at the end; `"no issues"` when there are none
 * @example
 * formatIssues([]); // => "no issues"
 * const issue: Issue = { code: "spec.unknown-key", severity: "error", place: {}, message: "input: no such key." };
 * formatIssues([issue]); // => "1 error\nerror: input: no such key. [spec.unknown-key]"
 */
export function formatIssues(issues: readonly Issue[]): string {
  if (issues.length === 0) return "no issues";
  const errors = issues.filter((issue) => issue.severity === "error");
  const warnings = issues.filter((issue) => issue.severity === "warning");
  const counts = [counted(errors.length, "error"), counted(warnings.length, "warning")].filter(
    (text) => text !== "",
  );
  return [counts.join(", "), ...[...errors, ...warnings].map(formatIssue)].join("\n");
}

function counted(count: number, noun: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
