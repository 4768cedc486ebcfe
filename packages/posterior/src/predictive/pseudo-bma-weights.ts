/** Weights for several models from their total scores. */
import { drawExponential, exp, logSumExp, type RandomStream, sum } from "@mmm/numerics";
import { checkElpdColumns, type ElpdColumns } from "./elpd-columns.js";

/** How the uncertainty of the scores enters. */
export interface PseudoBmaOptions {
  /** Random stream of the Bayesian bootstrap; without it the scores are taken as exact. */
  readonly stream?: RandomStream;
  /** Bootstrap replicates. Default 1,000: the Monte Carlo error of a weight is then below 0.016. */
  readonly replicates?: number;
}

/**
 * Pseudo-BMA weights: w[m] ∝ exp(Σᵢ elpd[m, i]).
 *
 * With a `stream`, pseudo-BMA+: the mean of such weights over Bayesian bootstrap replicates, in which the observations
 * have Dirichlet(1, …, 1) weights. That keeps weights away from 0 and 1 where the difference of the scores could be
 * chance. Where the models shall predict together, `stackingWeights` is the better choice.
 *
 * @param elpd     [observation]  pointwise elpd of each model, by name, in nats
 * @param options  stream and number of replicates of the bootstrap
 * @returns  a weight per model, ≥ 0, together 1
 * @throws  {Error} without models, for columns of different length, and for elpd that are not finite
 * @source yao2018, rubin1981
 * @example
 * pseudoBmaWeights({ a: [-1, -1], b: [-1, -1] }).a; // => 0.5
 */
export function pseudoBmaWeights(
  elpd: ElpdColumns,
  options: PseudoBmaOptions = {},
): Readonly<Record<string, number>> {
  const models = checkElpdColumns("pseudoBmaWeights", elpd);
  const columns = models.map((model) => Float64Array.from(elpd[model]));
  const { stream, replicates = 1000 } = options;
  const weights =
    stream === undefined ? softmax(columns.map(sum)) : bootstrapWeights(columns, stream, replicates);
  return Object.fromEntries(models.map((model, m) => [model, weights[m]]));
}

function bootstrapWeights(
  columns: readonly Float64Array[],
  stream: RandomStream,
  replicates: number,
): readonly number[] {
  const count = columns[0].length;
  const total = columns.map(() => 0);
  for (let replicate = 0; replicate < replicates; replicate++) {
    // Exponential variates over their sum are Dirichlet(1, …, 1).
    const shares = Float64Array.from({ length: count }, () => drawExponential(stream));
    const scale = count / sum(shares);
    const scores = columns.map(
      (column) => scale * column.reduce((score, elpd, i) => score + shares[i] * elpd, 0),
    );
    softmax(scores).forEach((weight, m) => (total[m] += weight / replicates));
  }
  return total;
}

function softmax(scores: readonly number[]): readonly number[] {
  const total = logSumExp(scores);
  return scores.map((score) => exp(score - total));
}
