/**
 * Evidence: whether the stated probability that a plan beats today's is right, and what the plan is worth, on markets whose truth is
 * drawn from the prior, which is where a Bayesian promise can be kept or broken. `npm run evidence -- advice [markets]`.
 *
 * Presets have one truth each, so that how often advice helps there says as much of the preset as of the advice. Here every market has
 * its own: truth from `drawPrior`, KPI from the model's mean and noise, a fit of those data, a plan, and its outcome at the truth.
 */

import {
  compileForwardPass,
  type Fit,
  fit,
  type ModelSpec,
  parseModelSpec,
  responseSurface,
} from "@mmm/model";
import { type Allocation, optimizeBudget, parseBudgetProblem } from "@mmm/optimizer";
import { mean, randomStream, sum as sumOf, variance } from "@mmm/numerics";
import { nodeWorkers } from "@mmm/sampler/node";
import { type MarketPreset, marketPreset, simulateMarket } from "@mmm/simulation";
import { drawMarket } from "../sbc/draw-market.js";
import { rescaleSpec } from "../sbc/rescale-spec.js";

const markets = Number(process.argv[2] ?? 100);
const seed = 20261126;
const problem = parseBudgetProblem({ limits: [{ each: "channel", change: { down: 0.5, up: 0.5 } }] });

/** What one market says of the advice given for it. */
interface Judged {
  readonly stated: number;
  readonly improved: boolean;
  /** What plans truly bring beyond today's, as a share of the sales of the reference, which are the same money in every market. */
  readonly gain: { readonly ours: number; readonly means: number; readonly best: number };
}

type Surface = ReturnType<typeof responseSurface>;

/** A fit of which one position is all that is known. */
function atPosition(fitted: Fit, position: Float64Array): Fit {
  const trace = { ...fitted.traces[0]!, draws: 1, dimension: position.length, positions: position };
  return { ...fitted, traces: [trace], draws: { ...fitted.draws, chains: 1, draws: 1 } };
}

function allocated(surface: Surface): Allocation {
  const found = optimizeBudget(surface, problem, { optimumDraws: 0 });
  if (found.kind === "infeasible") throw new Error(found.conflict.message);
  return found;
}

function outcomeOf(truth: Surface, spend: Float64Array): number {
  const outcome = new Float64Array(truth.channels.length * truth.cells.length);
  truth.evaluate(0, spend, outcome, new Float64Array(spend.length));
  return outcome.reduce((total, value) => total + value, 0);
}

async function judge(preset: MarketPreset, spec: ModelSpec, k: number): Promise<Judged> {
  const { dataset: reference } = simulateMarket(marketPreset(preset), 1);
  const prior = compileForwardPass(reference, spec);
  const { position, dataset, share } = drawMarket(reference, prior, randomStream(seed, preset, k));
  const options = { seed: k, chains: 4, draws: 500, runChains: nodeWorkers() };
  const fitted = await fit(dataset, rescaleSpec(spec, share), options);
  const window = { periods: dataset.periods.length, tail: 0, history: 0, evenIfUntrustworthy: true };
  const ours = allocated(responseSurface(fitted, window));
  const means = allocated(responseSurface(fitted, { ...window, pointEstimate: true }));
  const truth = responseSurface(atPosition({ ...fitted, dataset: reference, spec }, position), window);
  const today = outcomeOf(truth, truth.spend);
  const sales = sumOf(reference.kpi.values);
  const gainOf = ({ plan }: Allocation): number => (outcomeOf(truth, plan.spend) - today) / sales;
  return {
    stated: ours.probabilityOfImprovement,
    improved: outcomeOf(truth, ours.plan.spend) > today,
    gain: { ours: gainOf(ours), means: gainOf(means), best: gainOf(allocated(truth)) },
  };
}

/** Stated probabilities in groups, each with how often they came true. */
const groups = [0, 0.6, 0.75, 0.9, 1.0001];

function report(preset: string, all: readonly Judged[]): void {
  const of = (values: readonly number[]): number => mean(Float64Array.from(values));
  console.log(`\n${preset}: ${all.length} markets with truths from the prior`);
  for (let i = 1; i < groups.length; i++) {
    const own = all.filter(({ stated }) => stated >= groups[i - 1]! && stated < groups[i]!);
    if (own.length === 0) continue;
    const stated = of(own.map((row) => row.stated));
    const came = of(own.map(({ improved }) => (improved ? 1 : 0)));
    const error = Math.sqrt((stated * (1 - stated)) / own.length);
    console.log(
      `  stated ${stated.toFixed(3)} on average of ${own.length}: true in ${came.toFixed(3)} (± ${error.toFixed(3)} by chance)`,
    );
  }
  // Each outcome is a coin of the stated probability, if that is right.
  const surplus = all.reduce((total, { stated, improved }) => total + (improved ? 1 : 0) - stated, 0);
  const spread = Math.sqrt(all.reduce((total, { stated }) => total + stated * (1 - stated), 0));
  console.log(
    `  all: stated ${of(all.map(({ stated }) => stated)).toFixed(3)}, true ${of(all.map(({ improved }) => (improved ? 1 : 0))).toFixed(3)}, z = ${(surplus / spread).toFixed(2)}`,
  );
  const possible = of(all.map(({ gain }) => gain.best));
  const regrets = (plan: "ours" | "means"): readonly number[] =>
    all.map(({ gain }) => gain.best - gain[plan]);
  for (const [name, own] of [
    ["our plan", regrets("ours")],
    ["plan of posterior means", regrets("means")],
  ] as const) {
    const middle = [...own].sort((a, b) => a - b)[own.length >> 1]!;
    console.log(
      `  regret of ${name}: median ${(100 * middle).toFixed(3)} %, mean ${(100 * of(own)).toFixed(3)} % of sales; the optimum gains ${(100 * possible).toFixed(3)} %`,
    );
  }
  const saved = Float64Array.from(all, ({ gain }) => gain.ours - gain.means);
  const error = Math.sqrt(variance(saved) / saved.length);
  console.log(
    `  our plan brings ${(100 * of([...saved])).toFixed(3)} ± ${(100 * error).toFixed(3)} % of sales more than that of posterior means`,
  );
  // Beyond four standard errors, by chance in one of 16,000 runs.
  if (Math.abs(surplus / spread) > 4) process.exitCode = 1;
}

const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
for (const preset of ["small", "small-business", "national"] as const) {
  const all: Judged[] = [];
  for (let k = 0; k < markets; k++) all.push(await judge(preset, spec, k));
  report(preset, all);
}
