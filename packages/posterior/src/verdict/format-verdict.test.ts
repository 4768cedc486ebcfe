import { expect, test } from "vitest";
import { formatVerdict } from "./format-verdict.js";
import type { Check, Verdict } from "./verdict.js";

const passed = { kind: "trust", passed: true, source: "vehtari2021", advice: "" } as const;
const chains: Check = { ...passed, name: "chains", value: 4, comparison: "≥", threshold: 2 };
const rhat: Check = {
  ...passed,
  name: "rhat",
  passed: false,
  value: 1.032412,
  comparison: "<",
  threshold: 1.01,
  worst: "roi[tv] 1.032",
  advice: "Run 2,000 draws per chain instead of 1,000.",
};
const ess: Check = {
  ...passed,
  name: "essBulk",
  value: 12345.6,
  comparison: ">",
  threshold: 400,
  worst: "a 12,346",
};
const unknown: Check = {
  ...rhat,
  name: "ebfmi",
  value: NaN,
  comparison: "≥",
  threshold: 0.3,
  advice: "Judge all.",
};
const slow: Check = {
  ...passed,
  name: "treeDepth",
  kind: "efficiency",
  passed: false,
  value: 0.1234,
  comparison: "≤",
  threshold: 0.01,
  advice: "Raise the greatest tree depth.",
};

function linesOf(trustworthy: boolean, ...checks: Check[]): readonly string[] {
  const verdict: Verdict = { trustworthy, checks };
  return formatVerdict(verdict);
}

test("a line per check in columns, and what to do under each that failed", () => {
  expect(linesOf(false, chains, rhat, ess, unknown, slow)).toEqual([
    "Not trustworthy yet: 3 of 5 checks failed.",
    "  ok    chains                        4  ≥ 2",
    "  FAIL  R-hat, worst              1.032  < 1.01    roi[tv] 1.032",
    "        Run 2,000 draws per chain instead of 1,000.",
    "  ok    bulk ESS, worst          12,346  > 400     a 12,346",
    "  FAIL  E-BFMI, worst               NaN  ≥ 0.3     roi[tv] 1.032",
    "        Judge all.",
    "  slow  at greatest tree depth     12 %  ≤ 1 %",
    "        Raise the greatest tree depth.",
  ]);
});

test("the first line answers the question", () => {
  expect(linesOf(true, chains, ess)[0]).toBe("Trustworthy: all 2 checks passed.");
  expect(linesOf(true, chains, slow)[0]).toBe("Trustworthy, but wasteful: 1 of 2 checks failed.");
});
