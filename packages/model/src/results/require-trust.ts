/** The refusal: no result from draws that failed their verdict, unless the caller insists. */

import { formatVerdict } from "@mmm/posterior";
import type { Fit } from "../fit/fit.js";
import type { ResultOptions } from "./estimate.js";

/** Thrown by every result when the fit's verdict failed; carries the fit's verdict as text. */
export interface UntrustworthyFitError extends Error {
  readonly name: "UntrustworthyFitError";
}

/**
 * Whether a fit may be asked for results: its verdict passed and every chain ran.
 *
 * @param fit  a fit
 * @returns    true when results speak without being told to
 * @example
 * isTrustworthy({ ...(await exampleFit()), verdict: { trustworthy: false, checks: [] } }); // => false
 */
export function isTrustworthy({ verdict, record }: Pick<Fit, "verdict" | "record">): boolean {
  return verdict.trustworthy && record.failures.length === 0;
}

/** Throws unless the fit is trustworthy or the caller said `evenIfUntrustworthy`. */
export function requireTrust(place: string, fit: Fit, { evenIfUntrustworthy = false }: ResultOptions): void {
  if (evenIfUntrustworthy || isTrustworthy(fit)) return;
  const failed = fit.record.failures.map(({ chain, reason }) => `chain ${chain} failed: ${reason}`);
  const error = new Error(
    `${place}: needs draws that passed their verdict, got a failed one. Follow the advice below, or pass ` +
      `{ evenIfUntrustworthy: true } to see numbers that may be wrong.\n${[...failed, formatVerdict(fit.verdict)].flat().join("\n")}`,
  );
  error.name = "UntrustworthyFitError";
  throw error;
}
