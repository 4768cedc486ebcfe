import { expect, test } from "vitest";
import { makeIssue, type Severity } from "./issue.js";
import { formatIssue, formatIssues, IssueError, throwIfErrors } from "./issue-error.js";

const issueOf = (severity: Severity, got: string) =>
  makeIssue({ code: "a.b", severity, place: { file: "f" }, rule: "must be even", got, advice: "Add one." });

test("an issue prints with its severity and code", () => {
  expect(formatIssue(issueOf("error", "3"))).toBe("error: f: must be even, got 3. Add one. [a.b]");
});

test("issues print below their counts, errors first, each kind in the given order", () => {
  const issues = [issueOf("warning", "5"), issueOf("error", "3"), issueOf("error", "1")];
  expect(formatIssues(issues)).toBe(
    [
      "2 errors, 1 warning",
      "error: f: must be even, got 3. Add one. [a.b]",
      "error: f: must be even, got 1. Add one. [a.b]",
      "warning: f: must be even, got 5. Add one. [a.b]",
    ].join("\n"),
  );
  expect(formatIssues([])).toBe("no issues");
});

test("an issue error carries its issues and says them all", () => {
  const error = new IssueError([issueOf("error", "3")]);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("IssueError");
  expect(error.issues).toHaveLength(1);
  expect(error.message).toBe("1 error\nerror: f: must be even, got 3. Add one. [a.b]");
});

test("warnings alone do not throw, and an error throws them too", () => {
  const warning = issueOf("warning", "5");
  expect(() => throwIfErrors([warning])).not.toThrow();
  expect(() => throwIfErrors([warning, issueOf("error", "3")])).toThrow("1 error, 1 warning");
});
