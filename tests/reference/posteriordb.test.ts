import { existsSync, readFileSync } from "node:fs";
import { compile, type Program } from "@mmm/autodiff";
import { mcseMean, mcseQuantile, mcseSd, essBulk, rhat } from "@mmm/posterior";
import { mean, quantile, variance } from "@mmm/numerics";
import { sample, type Trace } from "@mmm/sampler";
import { describe, expect, it } from "vitest";
import { eightSchools, type EightSchoolsData } from "./posteriors/eight-schools.js";
import { kilpisjarvi, type KilpisjarviData } from "./posteriors/kilpisjarvi.js";
import { nes2000, type Nes2000Data } from "./posteriors/nes2000.js";
import type { Posterior } from "./posteriors/posterior.js";

const folder = new URL("../../../shared/data/posteriordb/", import.meta.url);
const missing = !existsSync(folder);

interface ReferenceSummary {
  readonly mean: number;
  readonly sd: number;
  readonly mcse_mean: number;
  readonly mcse_sd: number;
  readonly ess: number;
  readonly q: Readonly<Record<string, number>>;
}

interface LogDensityPoint {
  readonly unconstrained: readonly number[];
  readonly log_prob_jacobian: number;
  readonly grad_jacobian: readonly number[];
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), "utf8")) as T;
}

/**
 * The three targets of issue 2. Draws per chain give bulk ESS above 1,000; |z| < 4 on 22 scalars × 5 quantities has a
 * false-positive rate of about 1 % per seed, and the seed is fixed.
 */
const targets = [
  {
    name: "eight_schools-eight_schools_noncentered",
    draws: 2000,
    build: (data: unknown) => eightSchools(data as EightSchoolsData),
  },
  {
    name: "kilpisjarvi_mod-kilpisjarvi",
    draws: 4000,
    build: (data: unknown) => kilpisjarvi(data as KilpisjarviData),
  },
  { name: "nes2000-nes", draws: 1500, build: (data: unknown) => nes2000(data as Nes2000Data) },
] as const;

/** Elements of every quantity by the reference's names. */
function scalarsOf(
  program: Program,
  posterior: Posterior,
  traces: readonly Trace[],
): ReadonlyMap<string, Float64Array> {
  const draws = traces[0]!.draws;
  const values = new Map<string, Float64Array>();
  traces.forEach((trace, chain) => {
    for (let draw = 0; draw < draws; draw++) {
      program.evaluate(trace.positions.subarray(draw * trace.dimension, (draw + 1) * trace.dimension));
      for (const [name, { axes }] of Object.entries(posterior.quantities)) {
        program.read(name).forEach((value, i) => {
          const key = axes.length === 0 ? name : `${name}[${i + 1}]`;
          const column = values.get(key) ?? new Float64Array(traces.length * draws);
          column[chain * draws + draw] = value;
          values.set(key, column);
        });
      }
    }
  });
  return values;
}

describe.skipIf(missing)("posteriordb (skipped where ../shared/data/posteriordb is missing)", () => {
  describe.each(targets)("$name", ({ name, draws, build }) => {
    const { data, reference } = missing
      ? { data: {}, reference: {} }
      : read<{ data: unknown; reference: Readonly<Record<string, ReferenceSummary>> }>(`${name}.json`);

    it("has Stan's log density and gradient within 1e-9", () => {
      const { variables, logDensity } = build(data);
      const program = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
      const gradient = new Float64Array(program.dimension);
      const { points } = read<{ points: readonly LogDensityPoint[] }>(`log-densities/${name}.json`);
      expect(points.length).toBeGreaterThan(2);
      for (const { unconstrained, log_prob_jacobian, grad_jacobian } of points) {
        const value = program.evaluateGradient(unconstrained, gradient);
        expect(Math.abs(value / log_prob_jacobian - 1)).toBeLessThan(1e-9);
        const size = Math.max(...grad_jacobian.map(Math.abs));
        grad_jacobian.forEach((derivative, i) =>
          expect(Math.abs(gradient[i]! - derivative) / size).toBeLessThan(1e-9),
        );
      }
    });

    it("gives the reference's means, sds and quantiles: all |z| < 4", { timeout: 240_000 }, async () => {
      const posterior = build(data);
      const { variables, logDensity, quantities } = posterior;
      const density = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
      const target = { dimension: density.dimension, evaluate: density.evaluateGradient };
      const traces = await sample(target, { seed: 20260101, draws });
      expect(traces.map(({ outcome }) => outcome)).toEqual(traces.map(() => "finished"));
      const scalars = scalarsOf(compile({ outputs: quantities, variables }), posterior, traces);
      for (const [scalar, expected] of Object.entries(reference)) {
        const chains = { values: scalars.get(scalar)!, chains: traces.length, draws };
        expect(essBulk(chains), scalar).toBeGreaterThan(1000);
        expect(rhat(chains), scalar).toBeLessThan(1.01);
        const z = (own: number, ownError: number, theirs: number, theirError: number): number =>
          Math.abs(own - theirs) / Math.hypot(ownError, theirError);
        expect(
          z(mean(chains.values), mcseMean(chains), expected.mean, expected.mcse_mean),
          `mean of ${scalar}`,
        ).toBeLessThan(4);
        const sd = Math.sqrt(variance(chains.values));
        expect(z(sd, mcseSd(chains), expected.sd, expected.mcse_sd), `sd of ${scalar}`).toBeLessThan(4);
        for (const p of ["0.05", "0.5", "0.95"]) {
          const own = quantile(chains.values, Number(p));
          const error = mcseQuantile(chains, Number(p));
          // The reference has no error of its quantiles: that of ours, scaled to its number of draws, stands for it.
          const theirError = error * Math.sqrt(essBulk(chains) / expected.ess);
          expect(z(own, error, expected.q[p]!, theirError), `${p} quantile of ${scalar}`).toBeLessThan(4);
        }
      }
    });
  });
});
