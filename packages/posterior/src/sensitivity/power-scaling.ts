/** Whether results hang on the prior, on the data, or on a quarrel between the two. */
import { exp, log1p } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { essTail } from "../diagnostics/ess.js";
import type { Draws } from "../draws/draws.js";
import { listElements } from "../draws/list-elements.js";
import { selectParameter } from "../draws/select-parameter.js";
import { paretoKThreshold } from "../importance/pareto-k.js";
import { type ImportanceWeights, psis } from "../importance/psis.js";
import { cjsDistance } from "./cjs-distance.js";
import { diagnoseSensitivity, type SensitivityDiagnosis } from "./sensitivity-diagnosis.js";

/** How one scalar reacts when prior or likelihood is made a little stronger or weaker. */
export interface SensitivityRow extends SensitivityDiagnosis {
  /** The element's label, e.g. `roi[tv]`. */
  readonly parameter: string;
  /** Distance moved per doubling of the prior's weight. */
  readonly prior: number;
  /** Distance moved per doubling of the likelihood's weight. */
  readonly likelihood: number;
}

/** Sensitivities of all scalars and whether the weights behind them can be believed. */
export interface PowerScalingSensitivity {
  readonly rows: readonly SensitivityRow[];
  /** Pareto k of the weights, the larger of the two powers. */
  readonly paretoK: { readonly prior: number; readonly likelihood: number };
  readonly paretoKThreshold: number;
  /** False when a k exceeds the threshold: then refit with a wider prior instead of reading these numbers. */
  readonly reliable: boolean;
}

/** How far the powers go and where the line is drawn. */
export interface PowerScalingOptions {
  /** Powers are 1 ± step. Default 0.01: near enough for a derivative, and the weights stay almost equal. */
  readonly step?: number;
  /** Sensitivity from which on a component counts. Default 0.05, about a shift by 0.3 sd of a normal per doubling. */
  readonly threshold?: number;
}

/**
 * Power-scaling sensitivity: how far each posterior moves when the prior (or the likelihood) is raised to a power near
 * 1, found by importance weights instead of new fits.
 *
 *     sensitivity = ½ (distance(α = 1.01) / log₂ 1.01 − distance(α = 0.99) / log₂ 0.99)
 *
 * with `cjsDistance` between the draws and the draws weighted by density^(α − 1), Pareto-smoothed. To ask about one
 * block of priors (only those of the media), give the log density of that block as `logPrior`.
 *
 * @param draws       chain × draw × axes
 * @param components  chain × draw each: log prior density and log likelihood of the whole data, in nats, up to constants;
 *                    `jointLogLikelihood` adds up a pointwise one
 * @param options     step and threshold
 * @returns  a row per scalar, in the order of `listElements`, with a diagnosis in words
 * @throws  {Error} when a component has another shape than the draws
 * @source kallioinen2024
 * @example
 * const draws = exampleDraws();
 * const flat = { values: new Float64Array(1000), chains: 4, draws: 250 };
 * powerScalingSensitivity(draws, { logPrior: flat, logLikelihood: flat }).rows[0].prior; // => 0
 */
export function powerScalingSensitivity(
  draws: Draws,
  components: { readonly logPrior: Chains; readonly logLikelihood: Chains },
  options: PowerScalingOptions = {},
): PowerScalingSensitivity {
  const { step = 0.01, threshold = 0.05 } = options;
  checkComponent("logPrior", components.logPrior, draws);
  checkComponent("logLikelihood", components.logLikelihood, draws);
  const prior = scaledWeights(components.logPrior, step);
  const likelihood = scaledWeights(components.logLikelihood, step);
  const limit = paretoKThreshold(draws.chains * draws.draws);
  const rows = listElements(draws).map(({ parameter, coordinates, label }) => {
    const { values } = selectParameter(draws, parameter, coordinates);
    const found = {
      prior: sensitivityTo(prior, values, step),
      likelihood: sensitivityTo(likelihood, values, step),
    };
    return { parameter: label, ...found, ...diagnoseSensitivity(found, threshold) };
  });
  const paretoK = { prior: prior.paretoK, likelihood: likelihood.paretoK };
  const reliable = paretoK.prior <= limit && paretoK.likelihood <= limit;
  return { rows, paretoK, paretoKThreshold: limit, reliable };
}

interface ScaledWeights {
  readonly weaker: Float64Array;
  readonly stronger: Float64Array;
  readonly paretoK: number;
}

/** Weights of the draws under a component of power 1 − step and 1 + step. */
function scaledWeights(logDensity: Chains, step: number): ScaledWeights {
  const weaker = powerWeights(logDensity, -step);
  const stronger = powerWeights(logDensity, step);
  return {
    weaker: weaker.logWeights.map(exp),
    stronger: stronger.logWeights.map(exp),
    paretoK: Math.max(weaker.paretoK, stronger.paretoK),
  };
}

/** Smoothed weights ∝ density^power. A constant density has no tail, and no weight that could be trusted less. */
function powerWeights(logDensity: Chains, power: number): ImportanceWeights {
  const logRatios = logDensity.values.map((value) => power * value);
  const efficiency = essTail({ ...logDensity, values: logRatios }) / logRatios.length;
  const weights = psis(logRatios, Number.isNaN(efficiency) ? {} : { relativeEfficiency: efficiency });
  const equal = logRatios.every((ratio) => ratio === logRatios[0]);
  return equal ? { ...weights, paretoK: -Infinity } : weights;
}

function sensitivityTo({ weaker, stronger }: ScaledWeights, values: Float64Array, step: number): number {
  const log2 = (power: number): number => power / Math.LN2;
  const up = cjsDistance(values, stronger) / log2(log1p(step));
  const down = cjsDistance(values, weaker) / log2(log1p(-step));
  return (up - down) / 2;
}

function checkComponent(name: string, x: Chains, draws: Draws): void {
  if (x.chains === draws.chains && x.draws === draws.draws && x.values.length === x.chains * x.draws) return;
  throw new Error(
    `powerScalingSensitivity.${name}: must hold a number for each of ${draws.chains} × ${draws.draws} draws, ` +
      `got ${x.values.length} for ${x.chains} × ${x.draws}. Compute it for the same draws.`,
  );
}
