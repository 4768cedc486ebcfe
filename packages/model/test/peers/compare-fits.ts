/** The comparison of posteriors: our fit of a preset beside the library's own. */

import { mean, quantile, variance } from "@mmm/numerics";
import {
  type Chains,
  makeChains,
  mcseMean,
  mcseQuantile,
  mcseSd,
  rhat,
  selectParameter,
} from "@mmm/posterior";
import { nodeWorkers } from "@mmm/sampler/node";
import { fit } from "../../src/fit/fit.js";
import { parseModelSpec } from "../../src/spec/parse-model-spec.js";
import type { PeerDraws } from "./ask-peer.js";
import { compileComparison } from "./compile-comparison.js";
import { caseDataset, type PeerCase } from "./peer-case.js";

/** One number of both posteriors. */
export interface FitComparison {
  readonly quantity: string;
  readonly ours: PosteriorSummary;
  readonly theirs: PosteriorSummary;
  /** Differences of means, sds, 5 % and 95 % quantiles in units of both Monte-Carlo errors. */
  readonly z: PosteriorSummary;
}

interface PosteriorSummary {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/** Our fit, and how it compares. */
export interface FitComparisons {
  readonly seconds: number;
  readonly maxRhatOurs: number;
  readonly maxRhatTheirs: number;
  readonly divergences: number;
  readonly rows: readonly FitComparison[];
}

/** Fits the preset and compares every number that both have, in the library's units. */
export async function compareFits(peerCase: PeerCase, theirDraws: PeerDraws): Promise<FitComparisons> {
  const dataset = caseDataset(peerCase);
  const start = performance.now();
  const fitted = await fit(dataset, parseModelSpec({ preset: peerCase.preset }), {
    ...{ seed: 1, warmup: 800, draws: 1500, runChains: nodeWorkers() },
  });
  const seconds = (performance.now() - start) / 1000;
  const { pointAt } = compileComparison(peerCase);
  const points = fitted.traces.map(({ positions, dimension, draws }) =>
    Array.from({ length: draws }, (_, d) => pointAt(positions.slice(d * dimension, (d + 1) * dimension))),
  );
  const oursOf = (name: string, element: number): Chains =>
    name === "roas"
      ? selectParameter(fitted.draws, "roi", { channel: dataset.channels[element]!.name })
      : makeChains(points.map((draws) => draws.map((point) => point[name]![element]!)));
  const compared = Object.entries(theirDraws).flatMap(([name, chains]) =>
    chains[0]![0]!.map((_, element) => {
      const theirs = makeChains(chains.map((draws) => draws.map((values) => values[element]!)));
      return compare(`${name}[${element}]`, oursOf(name, element), theirs);
    }),
  );
  return {
    seconds,
    maxRhatOurs: Math.max(...compared.map(({ rhats }) => rhats[0])),
    maxRhatTheirs: Math.max(...compared.map(({ rhats }) => rhats[1])),
    divergences: fitted.verdict.checks.find(({ name }) => name === "divergences")?.value ?? Number.NaN,
    rows: compared.map(({ row }) => row),
  };
}

interface Compared {
  readonly row: FitComparison;
  readonly rhats: readonly [number, number];
}

function compare(quantity: string, ours: Chains, theirs: Chains): Compared {
  const [own, other] = [summaryOf(ours), summaryOf(theirs)];
  const [ownError, otherError] = [errorsOf(ours), errorsOf(theirs)];
  const z = (of: keyof PosteriorSummary): number =>
    (own[of] - other[of]) / Math.hypot(ownError[of], otherError[of]);
  return {
    rhats: [rhat(ours), rhat(theirs)],
    row: {
      ...{ quantity, ours: own, theirs: other },
      z: { mean: z("mean"), sd: z("sd"), low: z("low"), high: z("high") },
    },
  };
}

function summaryOf({ values }: Chains): PosteriorSummary {
  return {
    ...{ mean: mean(values), sd: Math.sqrt(variance(values)) },
    ...{ low: quantile(values, 0.05), high: quantile(values, 0.95) },
  };
}

function errorsOf(chains: Chains): PosteriorSummary {
  return {
    ...{ mean: mcseMean(chains), sd: mcseSd(chains) },
    ...{ low: mcseQuantile(chains, 0.05), high: mcseQuantile(chains, 0.95) },
  };
}
