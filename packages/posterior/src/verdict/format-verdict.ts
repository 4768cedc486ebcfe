/** A verdict as lines of plain text. */
import { formatCount, formatDiagnostic, formatShare } from "./format-count.js";
import type { Check, CheckName, Verdict } from "./verdict.js";

interface Words {
  readonly title: string;
  readonly number: (value: number) => string;
}

const words: { readonly [N in CheckName]: Words } = {
  chains: { title: "chains", number: formatCount },
  finite: { title: "quantities not finite", number: formatCount },
  moving: { title: "stuck chains", number: formatCount },
  rhat: { title: "R-hat, worst", number: formatDiagnostic },
  essBulk: { title: "bulk ESS, worst", number: formatDiagnostic },
  essTail: { title: "tail ESS, worst", number: formatDiagnostic },
  divergences: { title: "divergences", number: formatCount },
  ebfmi: { title: "E-BFMI, worst", number: formatDiagnostic },
  treeDepth: { title: "at greatest tree depth", number: formatShare },
};

/**
 * A verdict in words: the answer, then a line per check, each failing one followed by what to do.
 *
 * @param verdict  from `judgeDraws`
 * @returns  lines without line ends, in plain text
 * @example
 * formatVerdict(judgeDraws(exampleDraws()))[0]; // => "Trustworthy: all 9 checks passed."
 */
export function formatVerdict(verdict: Verdict): readonly string[] {
  return [headline(verdict), ...verdict.checks.flatMap(formatCheck)];
}

function headline({ trustworthy, checks }: Verdict): string {
  const failed = checks.filter((check) => !check.passed).length;
  if (failed === 0) return `Trustworthy: all ${checks.length} checks passed.`;
  const answer = trustworthy ? "Trustworthy, but wasteful" : "Not trustworthy yet";
  return `${answer}: ${failed} of ${checks.length} checks failed.`;
}

function formatCheck(check: Check): readonly string[] {
  const { title, number } = words[check.name];
  const mark = check.passed ? "ok  " : check.kind === "trust" ? "FAIL" : "slow";
  const limit = `${check.comparison} ${number(check.threshold)}`;
  const line = `  ${mark}  ${title.padEnd(22)} ${number(check.value).padStart(8)}  ${limit.padEnd(8)}  ${check.worst ?? ""}`;
  return check.advice === "" ? [line.trimEnd()] : [line.trimEnd(), `        ${check.advice}`];
}
