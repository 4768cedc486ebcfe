/**
 * What advice is worth: on simulated markets whose truth is known, the true outcome of our plan, of the plan that is best for the
 * posterior means of coefficients and shapes, of that for the middle of the posterior (means of logarithms), of today's plan and of the
 * true optimum; and whether the stated probability of improvement is right.
 *
 *     npm run bench -- decisions [--markets 20] [--presets national,small,small-business,growing-business,brand-region]
 *
 * Writes benchmarks/results/decisions.json: an array of `{ market, plan, trueOutcome, regret, statedProbabilityOfImprovement,
 * improved }`; regret is what the plan truly falls short of the true optimum, as money of KPI. Every channel may change by a half in every
 * cell.
 */

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fit, type Fit, parseModelSpec, responseSurface, type ResponseSurface } from "@mmm/model";
import { nodeWorkers } from "@mmm/sampler/node";
import { type Market, marketPreset, simulateMarket, trueResponse } from "@mmm/simulation";
import { type Allocation, optimizeBudget, parseBudgetProblem } from "@mmm/optimizer";
import { mean } from "@mmm/numerics";
import { median } from "../median.js";

const { values } = parseArgs({
  options: {
    markets: { type: "string", default: "20" },
    presets: { type: "string", default: "national,small,small-business,growing-business,brand-region" },
  },
});
const markets = Number(values.markets);

/** The same limits for advice and truth, so that the truth is not judged by plans nobody may follow. */
const problem = parseBudgetProblem({
  limits: [{ each: ["channel", "cell"], change: { down: 0.5, up: 0.5 } }],
});

/** One plan of one market, judged by the truth. */
interface Row {
  readonly market: string;
  readonly plan: "ours" | "posterior means" | "posterior middle" | "today" | "true optimum";
  readonly trueOutcome: number;
  readonly regret: number;
  readonly statedProbabilityOfImprovement: number | null;
  readonly improved: boolean;
}

function allocated(surface: ResponseSurface): Allocation {
  const found = optimizeBudget(surface, problem, { optimumDraws: 0 });
  if (found.kind === "infeasible") throw new Error(found.conflict.message);
  return found;
}

/** A fit whose only draw is the mean of all draws in the sampler's coordinates, of effects their logarithms: a middle of the posterior. */
function atPosteriorMiddle(fitted: Fit): Fit {
  const { dimension } = fitted.traces[0]!;
  const mean = new Float64Array(dimension);
  const count = fitted.traces.length * fitted.draws.draws;
  for (const { positions } of fitted.traces) {
    for (let k = 0; k < fitted.draws.draws * dimension; k++)
      mean[k % dimension] = mean[k % dimension]! + positions[k]! / count;
  }
  const trace = { ...fitted.traces[0]!, draws: 1, positions: mean };
  return { ...fitted, traces: [trace], draws: { ...fitted.draws, chains: 1, draws: 1 } };
}

/** Change of money by which slopes of the truth are measured. */
const step = 1e-4;

/** What a market truly does, as a surface of one draw; slopes are along the flighting, which is all that plans change. */
function trueSurface(market: Market): ResponseSurface & {
  readonly outcomeOf: (spend: Float64Array) => Float64Array;
} {
  const { channels, cells, periods } = market.dataset;
  const length = periods.length;
  const spend = Float64Array.from(channels.flatMap((channel) => [...channel.spend]));
  const items = channels.flatMap(({ name }) => cells.map((cell) => ({ name, cell })));
  const broughtBy = (i: number, own: Float64Array): number =>
    trueResponse(market, items[i]!.name, own, {
      measure: "revenue",
      ...(cells.length > 1 && { cell: items[i]!.cell }),
    });
  const of = (values: Float64Array, i: number): Float64Array => values.subarray(i * length, (i + 1) * length);
  const outcomeOf = (plan: Float64Array): Float64Array =>
    Float64Array.from(items, (_, i) => broughtBy(i, of(plan, i)));
  return {
    ...{ channels: channels.map(({ name }) => name), cells, periods, spend, outcomeOf },
    ...{
      draws: 1,
      unit: "money",
      largestSpend: Float64Array.from(items, (_, i) => Math.max(...of(spend, i))),
    },
    evaluate: (_draw, plan, outcome, gradient) => {
      outcome.set(outcomeOf(plan));
      items.forEach((_, i) => {
        const own = of(plan, i);
        const money = own.reduce((total, value) => total + value, 0);
        const [more, less] = [1 + step, 1 - step].map((factor) =>
          broughtBy(
            i,
            own.map((value) => factor * value),
          ),
        );
        of(gradient, i).fill(money > 0 ? (more! - less!) / (2 * step * money) : 0);
      });
    },
  };
}

async function judge(name: string, market: Market, seed: number): Promise<readonly Row[]> {
  const { dataset } = market;
  const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
  const fitted = await fit(dataset, spec, { seed, chains: 4, draws: 500, runChains: nodeWorkers() });
  const window = {
    periods: dataset.periods.length,
    tail: 0,
    history: 0,
    draws: 1000,
    evenIfUntrustworthy: true,
  };
  const ours = allocated(responseSurface(fitted, window));
  const means = allocated(responseSurface(fitted, { ...window, pointEstimate: true }));
  const middle = allocated(responseSurface(atPosteriorMiddle(fitted), window));
  const truth = trueSurface(market);
  const outcomeOf = ({ spend }: Pick<Allocation["plan"], "spend">): number =>
    truth.outcomeOf(spend).reduce((total, value) => total + value, 0);
  const today = outcomeOf(truth);
  const best = outcomeOf(allocated(truth).plan);
  const row = (plan: Row["plan"], trueOutcome: number, stated: number | null): Row => ({
    ...{ market: `${name} ${seed}`, plan, trueOutcome, regret: best - trueOutcome },
    ...{ statedProbabilityOfImprovement: stated, improved: trueOutcome > today },
  });
  return [
    row("ours", outcomeOf(ours.plan), ours.probabilityOfImprovement),
    // One draw is always sure of itself.
    row("posterior means", outcomeOf(means.plan), means.probabilityOfImprovement),
    row("posterior middle", outcomeOf(middle.plan), middle.probabilityOfImprovement),
    row("today", today, null),
    row("true optimum", best, null),
  ];
}

/** Rows of one plan. */
function of(rows: readonly Row[], plan: Row["plan"]): readonly Row[] {
  return rows.filter((row) => row.plan === plan);
}

/** Regrets and stated probabilities of some markets; regrets as shares of that of today's plan in the same market. */
function report(name: string, rows: readonly Row[]): void {
  const possible = of(rows, "today").map(({ regret }) => regret);
  const count = possible.length;
  for (const plan of ["ours", "posterior means", "posterior middle"] as const) {
    const shares = of(rows, plan).map(({ regret }, i) => regret / possible[i]!);
    const improved = of(rows, plan).filter((row) => row.improved).length;
    console.log(
      `${name}, ${plan}: regret as a share of today's: median ${percent(median(shares))}, mean ${percent(mean(Float64Array.from(shares)))}; better than today in ${improved} of ${count}`,
    );
  }
  const stated = of(rows, "ours").reduce((total, row) => total + row.statedProbabilityOfImprovement!, 0);
  const improved = of(rows, "ours").filter((row) => row.improved).length;
  console.log(
    `${name}: stated probability of improvement ${(stated / count).toFixed(3)} on average, true share ${(improved / count).toFixed(3)}`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

const rows: Row[] = [];
for (const name of values.presets.split(",")) {
  const description = marketPreset(name);
  const own: Row[] = [];
  for (let seed = 1; seed <= markets; seed++)
    own.push(...(await judge(name, simulateMarket(description, seed), seed)));
  rows.push(...own);
  report(name, own);
  writeFileSync(
    new URL("../../results/decisions.json", import.meta.url),
    `${JSON.stringify(rows, null, 2)}\n`,
  );
}
report("all", rows);
