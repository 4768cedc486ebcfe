/** How well a fit finds what is known of a market. */

import { contributions, fit, parseModelSpec, roi } from "@mmm/model";
import { nodeWorkers } from "@mmm/sampler/node";
import type { KnownMarket } from "./known-market.js";

/** One channel of one market, as `benchmarks/results/recovery.json` holds it. */
export interface RecoveryRow {
  readonly dataset: string;
  readonly seed: number;
  readonly channel: string;
  readonly trueRoi: number;
  readonly roiMean: number;
  readonly roiLow90: number;
  readonly roiHigh90: number;
  /** √ mean over periods of (estimated − true contribution)², cells added up, / mean true contribution of a period. */
  readonly contributionNrmse: number;
  readonly seconds: number;
  readonly maxRhat: number;
  readonly minEss: number;
  readonly divergences: number;
}

/** Fits a market with our default model, or another spec, and compares. */
export async function measureRecovery(market: KnownMarket, spec: unknown): Promise<readonly RecoveryRow[]> {
  const start = performance.now();
  const fitted = await fit(market.data, parseModelSpec(spec), { seed: 1, runChains: nodeWorkers() });
  const seconds = (performance.now() - start) / 1000;
  const check = (name: string): number =>
    fitted.verdict.checks.find((own) => own.name === name)?.value ?? Number.NaN;
  const anyway = { evenIfUntrustworthy: true };
  const returns = roi(fitted, anyway);
  const { parts } = contributions(fitted, anyway);
  return market.channels.map(({ name, roi: trueRoi, contribution }) => {
    const found = returns.find(({ channel }) => channel === name)!.roi;
    const part = parts.find((own) => own.kind === "channel" && own.name === name)!;
    return {
      ...{ dataset: market.dataset, seed: market.seed, channel: name, trueRoi },
      ...{ roiMean: found.mean, roiLow90: found.low, roiHigh90: found.high },
      contributionNrmse: relativeError(part.perPeriod.mean, contribution),
      ...{ seconds, maxRhat: check("rhat") },
      minEss: Math.min(check("essBulk"), check("essTail")),
      divergences: check("divergences"),
    };
  });
}

function relativeError(found: Float64Array, contribution: Float64Array): number {
  const periods = found.length;
  const truth = new Float64Array(periods);
  contribution.forEach((value, i) => (truth[i % periods] = truth[i % periods]! + value));
  const squares = truth.reduce((sum, value, t) => sum + (found[t]! - value) ** 2, 0) / periods;
  return Math.sqrt(squares) / (truth.reduce((sum, value) => sum + value, 0) / periods);
}
