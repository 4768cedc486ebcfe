/** Importance weights, tails and Pareto k equal R's loo 2.10.1 and posterior 1.7.1, but for what is listed here. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitGeneralizedPareto } from "../src/importance/generalized-pareto.js";
import { type Chains, makeChains, paretoDiagnostics, psis } from "@mmm/posterior";
import { differencesFromR, readReference, rNumber } from "./r-number.js";

interface SmoothedColumns {
  readonly r_eff: number;
  readonly [quantity: string]: unknown;
}

interface Psis {
  readonly columns: readonly string[];
  readonly log_ratios: readonly (readonly number[])[];
  readonly r_eff_1: SmoothedColumns;
  readonly "r_eff_0.5": SmoothedColumns;
  readonly small_S20: { readonly log_ratios: readonly (readonly number[])[] };
  readonly too_small_S8: { readonly log_ratios: readonly (readonly number[])[] };
  readonly gpdfit: readonly { readonly x: readonly number[]; readonly k_true: number }[];
}

const reference = readReference<Psis>("loo/psis.json");
const smooth = (columns: readonly (readonly number[])[], relativeEfficiency = 1) =>
  columns.map((column) => psis(Float64Array.from(column), { relativeEfficiency }));

describe("psis equals R's loo 2.10.1", () => {
  for (const wanted of [reference["r_eff_1"], reference["r_eff_0.5"]]) {
    test(`for 11 columns of ratios with relative efficiency ${wanted.r_eff}`, () => {
      const smoothed = smooth(reference.log_ratios, wanted.r_eff);
      expect(smoothed).toHaveLength(11);
      const got = {
        r_eff: wanted.r_eff,
        pareto_k: smoothed.map(({ paretoK }) => paretoK),
        n_eff: smoothed.map(({ ess }) => ess),
        tail_len: smoothed.map(({ tailLength }) => tailLength),
        norm_const_log: smoothed.map(({ logNormalizer }) => logNormalizer),
        lw_norm_max: smoothed.map(({ logWeights }) => Math.max(...logWeights)),
        lw_norm_first10: smoothed.map(({ logWeights }) => [...logWeights.slice(0, 10)]),
        lw_norm_sorted_top10: smoothed.map(({ logWeights }) => [
          ...logWeights.slice().sort().slice(-10).reverse(),
        ]),
        lw_unnorm_first10: smoothed.map(({ logWeights, logNormalizer }) =>
          [...logWeights.slice(0, 10)].map((weight) => weight + logNormalizer),
        ),
      };
      expect(differencesFromR(got, wanted)).toEqual([]);
    });
  }

  for (const name of ["small_S20", "too_small_S8"] as const) {
    test(`for ratios too few to have a tail: ${name}`, () => {
      const { log_ratios: columns, ...wanted } = reference[name];
      const smoothed = smooth(columns);
      const got = {
        pareto_k: smoothed.map(({ paretoK }) => paretoK),
        tail_len: smoothed.map(({ tailLength }) => tailLength),
        lw_norm: smoothed.map(({ logWeights }) => [...logWeights]),
      };
      expect(differencesFromR(got, wanted)).toEqual([]);
    });
  }

  for (const { x, k_true: truth, ...wanted } of reference.gpdfit) {
    test(`and its fit of a tail with shape ${truth}`, () => {
      const steady = fitGeneralizedPareto(Float64Array.from(x));
      const plain = fitGeneralizedPareto(Float64Array.from(x), false);
      const got = {
        k_wip: steady.shape,
        sigma_wip: steady.scale,
        k_nowip: plain.shape,
        sigma_nowip: plain.scale,
      };
      expect(differencesFromR(got, wanted)).toEqual([]);
    });
  }
});

/** Where R is not followed, and why. */
const exceptions: Readonly<Record<string, { readonly got: number; readonly why: string }>> = {
  "odd_length_2x7.khat_both": {
    got: NaN,
    why: "R takes the largest of no numbers, −∞, where neither tail has a shape",
  },
  "odd_length_2x7.khat": { got: NaN, why: "the same" },
  "odd_length_2x7.min_ss": { got: NaN, why: "follows from it" },
  "odd_length_2x7.khat_threshold": { got: NaN, why: "follows from it" },
  "odd_length_2x7.convergence_rate": { got: NaN, why: "follows from it" },
};

function paretoOf(x: Chains): Readonly<Record<string, number>> {
  const both = paretoDiagnostics(x);
  return {
    khat_both: both.paretoK,
    khat_right: paretoDiagnostics(x, { tail: "right" }).paretoK,
    khat_left: paretoDiagnostics(x, { tail: "left" }).paretoK,
    khat: both.paretoK,
    min_ss: both.minSampleSize,
    khat_threshold: both.threshold,
    convergence_rate: both.convergenceRate,
  };
}

describe("paretoDiagnostics equals R's posterior 1.7.1", () => {
  const wanted = readReference<Record<string, Record<string, unknown>>>("loo/pareto.json");
  const names = readdirSync(new URL("./reference/", import.meta.url)).filter((name) =>
    name.endsWith(".json"),
  );

  test("there are 28 sets", () => expect(Object.keys(wanted)).toHaveLength(28));

  for (const file of names) {
    const name = file.replace(".json", "");
    test(`for ${name}`, () => {
      const { draws } = readReference<{ draws: readonly (readonly unknown[])[] }>(file);
      const got = paretoOf(makeChains(draws.map((chain) => chain.map(rNumber))));
      const expected = Object.entries(wanted[name] ?? {}).map(([quantity, value]) => [
        quantity,
        exceptions[`${name}.${quantity}`]?.got ?? value,
      ]);
      expect(differencesFromR(got, Object.fromEntries(expected))).toEqual([]);
    });
  }
});
