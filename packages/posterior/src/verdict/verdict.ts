/** `Verdict`: whether draws may be believed, check by check, each beside its limit and source. */

/** The checks, in the order in which they are made: each makes sense only when those before it hold. */
export type CheckName =
  "chains" | "finite" | "moving" | "rhat" | "essBulk" | "essTail" | "divergences" | "ebfmi" | "treeDepth";

/** `trust`: results are wrong or unproven when it fails. `efficiency`: they are right, but cost more than they need. */
export type CheckKind = "trust" | "efficiency";

/** How `value` must stand to `threshold`. */
export type Comparison = "<" | "≤" | ">" | "≥";

/** One check of a verdict. */
export interface Check {
  readonly name: CheckName;
  readonly kind: CheckKind;
  readonly passed: boolean;
  /** The worst value found; NaN when it could not be computed, which never passes. */
  readonly value: number;
  readonly comparison: Comparison;
  readonly threshold: number;
  /** Key of the literature that sets the threshold. */
  readonly source: string;
  /** Where the worst was found: up to three labels with their values, chains, or a region. */
  readonly worst?: string;
  /** What to do when the check failed; when it passed, a remark or nothing. */
  readonly advice: string;
}

/** All checks; `trustworthy` when every check of kind `trust` has passed. */
export interface Verdict {
  readonly trustworthy: boolean;
  readonly checks: readonly Check[];
}

const holds: { readonly [C in Comparison]: (value: number, threshold: number) => boolean } = {
  "<": (value, threshold) => value < threshold,
  "≤": (value, threshold) => value <= threshold,
  ">": (value, threshold) => value > threshold,
  "≥": (value, threshold) => value >= threshold,
};

/** What a check knows before it is decided. */
interface Finding extends Omit<Check, "passed" | "advice" | "worst"> {
  readonly worst?: string | undefined;
  readonly adviceIfFailed: string;
  readonly remark?: string;
}

/** Compares value and threshold; a NaN never passes. */
export function decide({ worst, adviceIfFailed, remark = "", ...finding }: Finding): Check {
  const passed = holds[finding.comparison](finding.value, finding.threshold);
  const advice = passed ? remark : adviceIfFailed;
  return worst === undefined ? { ...finding, passed, advice } : { ...finding, passed, worst, advice };
}

/** The verdict of these checks. */
export function verdictOf(checks: readonly Check[]): Verdict {
  return { trustworthy: checks.every((check) => check.passed || check.kind === "efficiency"), checks };
}
