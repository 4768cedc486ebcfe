/** Every diagnostic of every reference set equals R's, but for the differences listed here with their reasons. */
import { readdirSync, readFileSync } from "node:fs";
import { mean, quantile, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { meanAutocovariance } from "../src/chains/autocovariance.js";
import { effectiveSize } from "../src/diagnostics/effective-size.js";
import { rhatOf } from "../src/diagnostics/rhat.js";
import {
  type Chains,
  equalTailedInterval,
  essBulk,
  essMean,
  essMedian,
  essQuantile,
  essSd,
  essTail,
  highestDensityInterval,
  makeChains,
  mcseMean,
  mcseMedian,
  mcseQuantile,
  mcseSd,
  medianAbsoluteDeviation,
  nestedRhat,
  rhat,
  rhatBasic,
} from "@mmm/posterior";
import { isClose } from "./is-close.js";
import { flatNumbers, rNumber } from "./r-number.js";

interface ReferenceSet {
  readonly name: string;
  readonly superchain_ids: readonly number[] | null;
  readonly draws: readonly (readonly unknown[])[];
  readonly basic: Readonly<Record<string, unknown>>;
  readonly autocovariance_chain1: readonly unknown[];
  readonly "posterior_1.7.1": Readonly<Record<string, unknown>>;
}

const folder = new URL("./reference/", import.meta.url);
const sets = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as ReferenceSet);

function measured(x: Chains, superchains: readonly number[] | null): Readonly<Record<string, unknown>> {
  const at = (f: (x: Chains, probability: number) => number) => ({
    q05: f(x, 0.05),
    q50: f(x, 0.5),
    q95: f(x, 0.95),
  });
  return {
    rhat: rhat(x),
    rhat_basic: rhatBasic(x),
    rhat_basic_nosplit: rhatOf(x),
    ess_bulk: essBulk(x),
    ess_tail: essTail(x),
    ess_mean: essMean(x),
    ess_sd: essSd(x),
    ess_median: essMedian(x),
    ess_basic: essMean(x),
    ess_basic_nosplit: effectiveSize(x),
    ess_quantile: at(essQuantile),
    mcse_mean: mcseMean(x),
    mcse_sd: mcseSd(x),
    mcse_median: mcseMedian(x),
    mcse_quantile: at(mcseQuantile),
    ...(superchains === null ? {} : { rhat_nested: nestedRhat(x, superchains) }),
  };
}

function basics(x: Chains): Readonly<Record<string, unknown>> {
  const ends = (interval: { low: number; high: number }) => [interval.low, interval.high];
  const [low, high] = ends(equalTailedInterval(x.values, 0.9));
  const [lower, upper] = ends(equalTailedInterval(x.values, 0.5));
  return {
    mean: mean(x.values),
    sd: Math.sqrt(variance(x.values)),
    median: quantile(x.values, 0.5),
    mad: medianAbsoluteDeviation(x.values),
    var: variance(x.values),
    q: [low, lower, quantile(x.values, 0.5), upper, high],
    hdi94: ends(highestDensityInterval(x.values, 0.94)),
    hdi50: ends(highestDensityInterval(x.values, 0.5)),
  };
}

const dimensionDrop = "R drops the dimension of half chains of one draw; one draw has no variance, so NaN";
const absoluteTolerance =
  "R calls draws constant below 2.2e-16 whatever their unit; ours do not depend on the unit";

/** Where R is not followed: what holds instead, and why. */
const exceptions: Readonly<
  Record<string, Readonly<Record<string, { holds: (value: number) => boolean; why: string }>>>
> = {
  few_draws_4x3: Object.fromEntries(
    [
      "rhat",
      "rhat_basic",
      "ess_bulk",
      "ess_mean",
      "ess_sd",
      "ess_median",
      "ess_basic",
      "ess_quantile.q50",
      "ess_quantile.q95",
      "mcse_mean",
      "mcse_sd",
      "mcse_median",
      "mcse_quantile.q50",
      "mcse_quantile.q95",
    ].map((path) => [path, { holds: Number.isNaN, why: dimensionDrop }]),
  ),
  tiny_scale: {
    ess_sd: { holds: (value) => value > 400 && value < 1200, why: absoluteTolerance },
    mcse_sd: { holds: (value) => value > 1e-14 && value < 5e-14, why: absoluteTolerance },
  },
  constant_different_chains: {
    rhat: {
      holds: (value) => value === Infinity,
      why: "within-chain variance is exactly 0; R has rounding noise",
    },
  },
};

function differences(name: string, wanted: unknown, got: unknown): readonly string[] {
  const values = new Map(flatNumbers(got));
  return flatNumbers(wanted).flatMap(([path, value]) => {
    const ours = values.get(path);
    if (ours === undefined) return [`${path}: not computed`];
    const exception = exceptions[name]?.[path];
    const holds = exception === undefined ? isClose(ours, value) : exception.holds(ours);
    return holds ? [] : [`${path}: got ${ours}, R has ${value}`];
  });
}

describe("diagnostics equal those of R's posterior 1.7.1 to 1e-8", () => {
  test("28 sets are there, with all 15 quantities each", () => {
    const names = Object.keys(measured(makeChains([[1, 2]]), null));
    const others = sets.filter(({ "posterior_1.7.1": wanted }) => names.some((name) => !(name in wanted)));
    expect(names).toHaveLength(15);
    expect(sets).toHaveLength(28);
    expect(others).toEqual([]);
  });

  for (const set of sets) {
    const x = makeChains(set.draws.map((chain) => chain.map(rNumber)));
    test(`of ${set.name}`, () => {
      const got = measured(x, set.superchain_ids);
      expect(differences(set.name, set["posterior_1.7.1"], got)).toEqual([]);
    });
    test(`mean, sd, quantiles and narrowest intervals of ${set.name}`, () => {
      const { q } = set.basic;
      const wanted = { ...set.basic, q: q === "NA" ? Array(5).fill("NA") : q };
      expect(differences(set.name, wanted, basics(x))).toEqual([]);
    });
  }

  for (const set of sets.filter(({ autocovariance_chain1: [first] }) => first !== "NA")) {
    test(`autocovariance of ${set.name}`, () => {
      const chain = set.draws.slice(0, 1).map((draws) => draws.map(rNumber));
      const got = meanAutocovariance(makeChains(chain));
      const worst = set.autocovariance_chain1.map((value, lag) => Math.abs(got[lag] - rNumber(value)));
      expect(Math.max(...worst)).toBeLessThanOrEqual(1e-12 * got[0]);
    });
  }
});
