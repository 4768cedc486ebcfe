/** What a pair of sensitivities says, in words. */

/** `conflict`: prior and data pull apart. `strong-prior`: the prior decides, the data hardly. `ok`: neither. */
export type SensitivityKind = "ok" | "conflict" | "strong-prior";

/** What was found for one scalar. */
export interface SensitivityDiagnosis {
  readonly diagnosis: SensitivityKind;
  /** What it means and what to do; empty for `ok`. */
  readonly advice: string;
}

const advices: Readonly<Record<SensitivityKind, string>> = {
  ok: "",
  conflict:
    "Prior and data pull this in different directions, and the result lies in between. Look which of them is wrong: " +
    "if the prior was only a guess, widen it; if it is known well, look for a mistake in the data or the model.",
  "strong-prior":
    "The prior decides this result; the data say little about it. That is right if the prior holds real knowledge, " +
    "such as a lift test. If not, report it as an assumption, or get data that can tell.",
};

/**
 * Prior and likelihood both from the threshold on: conflict. Prior above and likelihood below: strong prior.
 *
 * @source kallioinen2024
 */
export function diagnoseSensitivity(
  { prior, likelihood }: { readonly prior: number; readonly likelihood: number },
  threshold: number,
): SensitivityDiagnosis {
  const kind = (): SensitivityKind => {
    if (prior >= threshold && likelihood >= threshold) return "conflict";
    return prior > threshold && likelihood < threshold ? "strong-prior" : "ok";
  };
  const diagnosis = kind();
  return { diagnosis, advice: advices[diagnosis] };
}
