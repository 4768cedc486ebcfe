import { expect, test } from "vitest";
import { makeIssue, type Place } from "./issue.js";

function messageAt(place: Place, allowed?: string): string {
  return makeIssue({ code: "a.b", place, rule: "must be even", got: "3", allowed, advice: "Add one." })
    .message;
}

test("a message names the place, the rule, the value and the advice", () => {
  expect(messageAt({ file: "a.csv" })).toBe("a.csv: must be even, got 3. Add one.");
});

test("the allowed set stands in brackets, and not at all when it is empty", () => {
  expect(messageAt({ file: "a.csv" }, "2, 4")).toBe("a.csv: must be even, got 3 (2, 4). Add one.");
  expect(messageAt({ file: "a.csv" }, "")).toBe("a.csv: must be even, got 3. Add one.");
});

test("a place is told from the widest to the narrowest", () => {
  const place = {
    path: "roles.kpi",
    period: "2024-01-01",
    channel: "tv",
    column: "tv_S",
    line: 3,
    file: "a.csv",
  };
  expect(messageAt(place)).toBe(
    'a.csv, line 3, column "tv_S", channel "tv", period 2024-01-01, roles.kpi: must be even, got 3. Add one.',
  );
});

test("a channel named like its column is told once, and a column may be a position", () => {
  expect(messageAt({ column: "tv", channel: "tv" })).toBe('column "tv": must be even, got 3. Add one.');
  expect(messageAt({ file: "a.yaml", line: 3, column: 5 })).toBe(
    "a.yaml, line 3, column 5: must be even, got 3. Add one.",
  );
});

test("an unknown place is the input", () => {
  expect(messageAt({})).toBe("input: must be even, got 3. Add one.");
});

test("an issue is an error unless it is said to be a warning", () => {
  const parts = { code: "a.b", place: {}, rule: "r", got: "g", advice: "A." };
  expect(makeIssue(parts).severity).toBe("error");
  expect(makeIssue({ ...parts, severity: "warning" }).severity).toBe("warning");
});
