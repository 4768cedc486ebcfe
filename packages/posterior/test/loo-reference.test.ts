/**
 * Cross-validation of three regressions (one observation an outlier, k > 1) equals R's loo 2.10.1, but for the stacking
 * weights, where R's optimiser stops 4e-5 short of the optimum.
 *
 * The log likelihood is not kept: it is the normal one of the kept draws, to the eight digits that R was given.
 */
import { log, normalCdf, pow } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import {
  compareModels,
  looMean,
  looQuantile,
  type LooScore,
  looVariance,
  looWeights,
  makeObservationDraws,
  type ObservationDraws,
  type PredictiveScore,
  pseudoBmaWeights,
  psisLoo,
  relativeEfficiency,
  stackingWeights,
  waic,
} from "@mmm/posterior";
import { differencesFromR, readReference } from "./r-number.js";

interface Model {
  readonly beta_draws: readonly (readonly number[])[];
  readonly sigma_draws: readonly number[];
  readonly r_eff1: Readonly<Record<string, unknown>>;
  readonly [quantity: string]: unknown;
}

interface Reference {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly models: Readonly<Record<string, Model>>;
  readonly compare: {
    readonly order: readonly string[];
    readonly elpd_diff: unknown;
    readonly se_diff: unknown;
  };
  readonly stacking: Readonly<Record<string, number>>;
  readonly pseudobma: Readonly<Record<string, number>>;
}

const { x, y, models, compare, stacking, pseudobma } = readReference<Reference>("loo/linear-models.json");
const observations = y.map((_, i) => `observation ${i + 1}`);

/** 4 chains × 100 draws × 20 observations of a function of mean, sd and observed value. */
function perObservation(model: Model, f: (mu: number, sigma: number, y: number) => number): ObservationDraws {
  const values = model.beta_draws.flatMap((beta, s) =>
    y.map((observed, i) => {
      const mu = beta.reduce((total, b, power) => total + b * pow(x[i], power), 0);
      return f(mu, model.sigma_draws[s], observed);
    }),
  );
  return makeObservationDraws({ values: Float64Array.from(values), chains: 4, draws: 100, observations });
}

const logDensity = (mu: number, sigma: number, observed: number): number => {
  const z = (observed - mu) / sigma;
  return Number((-0.5 * log(2 * Math.PI) - log(sigma) - 0.5 * z * z).toPrecision(8));
};

const estimates = ({ elpd, effectiveParameters, informationCriterion }: PredictiveScore) =>
  [elpd, effectiveParameters, informationCriterion].map(({ value, standardError }) => [value, standardError]);

const pointwise = ({ pointwise: columns }: LooScore) =>
  observations.map((_, i) => [
    columns.elpd[i],
    columns.mcse[i],
    columns.effectiveParameters[i],
    -2 * columns.elpd[i],
    columns.paretoK[i],
  ]);

const logLikelihoods = Object.fromEntries(
  Object.entries(models).map(([name, model]) => [name, perObservation(model, logDensity)]),
);
const scores = Object.fromEntries(Object.entries(logLikelihoods).map(([name, x]) => [name, psisLoo(x)]));
const elpd = Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, score.pointwise.elpd]));

for (const [name, model] of Object.entries(models)) {
  const logLikelihood = logLikelihoods[name];
  const score = scores[name];

  describe(`${name} equals R's loo`, () => {
    test("relative efficiency and leave-one-out score", () => {
      const { r_eff, loo_estimates, loo_pointwise, pareto_k, psis_n_eff, mcse_elpd_loo } = model;
      const wanted = { r_eff, loo_estimates, loo_pointwise, pareto_k, psis_n_eff, mcse_elpd_loo };
      const got = {
        r_eff: [...relativeEfficiency(logLikelihood)],
        loo_estimates: estimates(score),
        loo_pointwise: pointwise(score),
        pareto_k: [...score.pointwise.paretoK],
        psis_n_eff: [...score.pointwise.ess],
        mcse_elpd_loo: score.mcse,
      };
      expect(differencesFromR(got, wanted)).toEqual([]);
    });

    test("the score of draws taken as independent", () => {
      const independent = psisLoo(logLikelihood, { relativeEfficiency: 1 });
      const got = {
        loo_estimates: estimates(independent),
        loo_pointwise: pointwise(independent),
        pareto_k: [...independent.pointwise.paretoK],
      };
      expect(differencesFromR(got, model.r_eff1)).toEqual([]);
    });

    test("WAIC", () => {
      const score = waic(logLikelihood);
      const { waic_estimates, waic_pointwise } = model;
      const got = {
        waic_estimates: estimates(score),
        waic_pointwise: observations.map((_, i) => {
          const of = score.pointwise.elpd[i];
          return [of, score.pointwise.effectiveParameters[i], -2 * of];
        }),
      };
      expect(differencesFromR(got, { waic_estimates, waic_pointwise })).toEqual([]);
    });

    test("leave-one-out mean, variance, median and PIT", () => {
      const weights = looWeights(logLikelihood);
      const mu = perObservation(model, (mean) => mean);
      const cdf = perObservation(model, (mean, sigma, observed) => normalCdf((observed - mean) / sigma));
      const { E_loo_mean_mu, E_loo_var_mu, E_loo_median_mu, loo_pit } = model;
      const got = {
        E_loo_mean_mu: [...looMean(mu, weights).values],
        E_loo_var_mu: [...looVariance(mu, weights).values],
        E_loo_median_mu: [...looQuantile(mu, weights, 0.5).values],
        loo_pit: [...looMean(cdf, weights).values],
      };
      expect(differencesFromR(got, { E_loo_mean_mu, E_loo_var_mu, E_loo_median_mu, loo_pit })).toEqual([]);
    });
  });
}

describe("three models together equal R's loo", () => {
  test("comparison", () => {
    const rows = compareModels(scores);
    const got = {
      elpd_diff: rows.map((row) => row.elpdDifference.value),
      se_diff: rows.map((row) => row.elpdDifference.standardError),
    };
    expect(rows.map((row) => row.model)).toEqual(compare.order);
    expect(differencesFromR(got, { elpd_diff: compare.elpd_diff, se_diff: compare.se_diff })).toEqual([]);
  });

  test("pseudo-BMA weights", () => expect(differencesFromR(pseudoBmaWeights(elpd), pseudobma)).toEqual([]));

  test("stacking weights, up to R's optimiser: ours predict no worse, and each weight is within 1e-5", () => {
    const ours = stackingWeights(elpd);
    const mixture = (weights: Readonly<Record<string, number>>): number =>
      observations.reduce((total, _, i) => {
        const density = Object.entries(elpd).reduce(
          (sum, [name, of]) => sum + weights[name] * Math.exp(of[i]),
          0,
        );
        return total + Math.log(density);
      }, 0);
    expect(mixture(ours)).toBeGreaterThanOrEqual(mixture(stacking));
    for (const [name, weight] of Object.entries(stacking))
      expect(Math.abs(ours[name] - weight)).toBeLessThan(1e-5);
  });
});
