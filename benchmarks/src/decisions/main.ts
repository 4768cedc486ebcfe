/**
 * What advice is worth: on simulated markets whose truth is known, the true outcome of our plan, of the plan that is best for the
 * posterior means of the parameters, of today's plan and of the true optimum; and whether the stated probability of improvement is
 * right.
 *
 *     npm run bench -- decisions [--markets 20] [--presets national,small,small-business,growing-business,brand-region]
 *
 * Writes benchmarks/results/decisions.json: an array of `{ market, plan, trueOutcome, regret, statedProbabilityOfImprovement,
 * improved }`; regret is what the plan truly falls short of the true optimum, as money of KPI. Every channel may change by a half.
 */

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fit, type Fit, parseModelSpec, responseSurface, type ResponseSurface } from "@mmm/model";
import { nodeWorkers } from "@mmm/sampler/node";
import { type Market, marketPreset, optimalBudget, simulateMarket, trueResponse } from "@mmm/simulation";
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
const problem = parseBudgetProblem({ limits: [{ each: "channel", change: { down: 0.5, up: 0.5 } }] });

/** One plan of one market, judged by the truth. */
interface Row {
  readonly market: string;
  readonly plan: "ours" | "posterior means" | "today" | "true optimum";
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

/** A fit whose only draw is the mean of all draws, in the sampler's coordinates: what optimizers of point estimates see. */
function atPosteriorMean(fitted: Fit): Fit {
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
  const means = allocated(responseSurface(atPosteriorMean(fitted), window));
  const bounds = Object.fromEntries(
    ours.channels.map(({ channel, spendToday }) => [
      channel,
      { least: 0.5 * spendToday, most: 1.5 * spendToday },
    ]),
  );
  const best = optimalBudget(market, { bounds });
  const today = best.revenueAsSpent;
  const each = dataset.cells.length * dataset.periods.length;
  const outcomeOf = ({ channels, spend }: Allocation["plan"]): number =>
    channels.reduce(
      (total, channel, c) =>
        total +
        trueResponse(market, channel, spend.subarray(c * each, (c + 1) * each), { measure: "revenue" }),
      0,
    );
  const row = (plan: Row["plan"], trueOutcome: number, stated: number | null): Row => ({
    ...{ market: `${name} ${seed}`, plan, trueOutcome, regret: best.revenue - trueOutcome },
    ...{ statedProbabilityOfImprovement: stated, improved: trueOutcome > today },
  });
  return [
    row("ours", outcomeOf(ours.plan), ours.probabilityOfImprovement),
    // One draw is always sure of itself.
    row("posterior means", outcomeOf(means.plan), means.probabilityOfImprovement),
    row("today", today, null),
    row("true optimum", best.revenue, null),
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
  for (const plan of ["ours", "posterior means"] as const) {
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
