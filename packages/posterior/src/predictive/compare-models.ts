/** Which model predicts better, by how much, and whether that can be told. */
import { normalCdf } from "@mmm/numerics";
import { type Estimate, estimateTotal, type PredictiveScore } from "./predictive-score.js";

/** One model beside the best. */
export interface ComparedModel {
  readonly model: string;
  readonly elpd: Estimate;
  /** elpd minus that of the best model, in nats, ≤ 0; its standard error is that of the pointwise differences. */
  readonly elpdDifference: Estimate;
  /** Probability that it predicts worse than the best, by a normal approximation; NaN for the best itself. */
  readonly probabilityWorse: number;
  /** What to mind when reading the row; empty for nothing. */
  readonly remark: string;
}

/** With fewer observations the standard error of a difference is known to be too small. */
const fewObservations = 100;
/** Smaller differences, in nats, make the normal approximation and its standard error unreliable. */
const smallDifference = 4;

/**
 * Compares models by their expected log predictive density, best first.
 *
 * @param scores  a score per model name, of one kind (`psisLoo` or `waic`) and of the same observations in the same
 *                order; at least two
 * @returns  a row per model; of models that are equally good the first given comes first
 * @throws  {Error} for fewer than two models or other observations
 * @source vehtari2017, sivula2025
 * @example
 * const observations = ["w1", "w2"];
 * const values = Float64Array.of(-1, -2, -1.1, -2.1);
 * const score = waic(makeObservationDraws({ values, chains: 1, draws: 2, observations }));
 * const worse = waic(makeObservationDraws({ values: values.map((value) => 2 * value), chains: 1, draws: 2, observations }));
 * compareModels({ worse, score }).map((row) => row.model); // => ["score", "worse"]
 */
export function compareModels(scores: Readonly<Record<string, PredictiveScore>>): readonly ComparedModel[] {
  const models = checkComparable(scores);
  const ranked = models.sort(([, a], [, b]) => b.elpd.value - a.elpd.value);
  const best = ranked[0];
  return ranked.map(([model, score]) => {
    const pointwise = score.pointwise.elpd;
    const elpdDifference = estimateTotal(pointwise.map((elpd, i) => elpd - best[1].pointwise.elpd[i]));
    const z = -elpdDifference.value / elpdDifference.standardError;
    return {
      model,
      elpd: score.elpd,
      elpdDifference,
      probabilityWorse: model === best[0] || Number.isNaN(z) ? NaN : normalCdf(z),
      remark: [
        ...(model === best[0] ? [] : remarkOnDifference(elpdDifference.value, pointwise.length)),
        ...remarkOnScore(score),
      ].join(" "),
    };
  });
}

function checkComparable(
  scores: Readonly<Record<string, PredictiveScore>>,
): [model: string, score: PredictiveScore][] {
  const models = Object.entries(scores);
  if (models.length < 2) {
    throw new Error(
      `compareModels: needs at least 2 models, got ${models.length}. Give a score for each, by name.`,
    );
  }
  const [first, ...others] = models;
  for (const [model, { observations }] of others) {
    const wanted = first[1].observations;
    if (observations.length === wanted.length && observations.every((name, i) => name === wanted[i]))
      continue;
    throw new Error(
      `compareModels.${model}: must score the same observations as ${first[0]} (${wanted.length}), ` +
        `got ${observations.length} of other names or order. Fit both models to the same data.`,
    );
  }
  return models;
}

function remarkOnDifference(difference: number, observations: number): readonly string[] {
  if (observations < fewObservations) {
    return [`Fewer than ${fewObservations} observations: the standard error of the difference is too small.`];
  }
  if (Math.abs(difference) < smallDifference) {
    return [`The difference is below ${smallDifference}: take the models as equally good.`];
  }
  return [];
}

function remarkOnScore(
  score: PredictiveScore & { readonly unreliable?: readonly string[] },
): readonly string[] {
  const count = score.unreliable?.length ?? 0;
  if (count === 0) return [];
  const observations = count === 1 ? "1 observation" : `${count} observations`;
  return [`The score cannot be believed for ${observations}, see unreliable.`];
}
