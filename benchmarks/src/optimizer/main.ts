/**
 * How long a budget takes, on surfaces of the model itself: 12 channels with 1,000 draws, and 20 channels in 50 cells with 1,000
 * draws over 13 weeks. Draws are from the prior, because only their number matters.
 *
 *     npm run bench -- optimizer
 */

import { writeFileSync } from "node:fs";
import {
  compileForwardPass,
  type Dataset,
  type Fit,
  parseModelSpec,
  responseSurface,
  type ResponseSurface,
} from "@mmm/model";
import { makeDataset } from "@mmm/data";
import { drawExponential, drawNormal, exp, randomStream } from "@mmm/numerics";
import { optimizeBudget, type OptimizeOptions, parseBudgetProblem } from "@mmm/optimizer";
import { median } from "../median.js";

const draws = 1000;

interface Size {
  readonly name: string;
  readonly channels: number;
  readonly cells: number;
  readonly periods: number;
  readonly repeats: number;
}

const sizes: readonly Size[] = [
  { name: "national", channels: 12, cells: 1, periods: 13, repeats: 9 },
  { name: "panel", channels: 20, cells: 50, periods: 13, repeats: 1 },
];

/** Two years of a market: what is spent matters for the amount of work, not what it brought. */
function makeMarket({ channels, cells, name }: Size): Dataset {
  const weeks = 104;
  const stream = randomStream(7, name);
  const each = (of: (cell: number, t: number) => number): Float64Array =>
    Float64Array.from({ length: cells * weeks }, (_, k) => of(Math.floor(k / weeks), k % weeks));
  const size = Float64Array.from({ length: cells }, () => exp(0.5 * drawNormal(stream)));
  return makeDataset({
    name,
    ...(cells > 1 && { cells: Array.from({ length: cells }, (_, g) => `cell ${g}`) }),
    periods: Array.from({ length: weeks }, (_, t) =>
      new Date(Date.UTC(2023, 0, 2 + 7 * t)).toISOString().slice(0, 10),
    ),
    kpi: { name: "revenue", values: each((g) => size[g]! * (1000 + 50 * drawNormal(stream))) },
    channels: Array.from({ length: channels }, (_, c) => ({
      name: `channel ${c}`,
      spend: each((g) => size[g]! * (5 + c) * (0.5 + drawExponential(stream))),
    })),
  });
}

/** A fit whose draws are from the prior: a surface asks nothing else of it. */
function priorFit(dataset: Dataset): Fit {
  const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
  const forward = compileForwardPass(dataset, spec);
  const stream = randomStream(1, "prior");
  const drawn = Array.from({ length: draws }, (_, k) => forward.drawPrior(stream.split(k)));
  const dimension = drawn[0]!.length;
  const positions = new Float64Array(draws * dimension);
  drawn.forEach((position, k) => positions.set(position, k * dimension));
  const record = { failures: [] };
  const verdict = { trustworthy: true, checks: [] };
  return {
    dataset,
    spec,
    record,
    verdict,
    draws: { draws },
    traces: [{ positions, dimension }],
  } as unknown as Fit;
}

/** Seconds of this process, which other programs on the machine do not lengthen; one thread works. */
function seconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** One pass over all draws with gradients: the unit of work. */
function pass(surface: ResponseSurface): number {
  const outcome = new Float64Array(surface.largestSpend.length);
  const gradient = new Float64Array(surface.spend.length);
  return seconds(() => {
    for (let draw = 0; draw < surface.draws; draw++) surface.evaluate(draw, surface.spend, outcome, gradient);
  });
}

const results = sizes.map((size) => {
  const fit = priorFit(makeMarket(size));
  let surface!: ResponseSurface;
  const made = seconds(
    () => (surface = responseSurface(fit, { periods: size.periods, draws, tail: 13, history: 13 })),
  );
  const problem = parseBudgetProblem({});
  const timed = (options: OptimizeOptions): number =>
    median(
      Array.from({ length: size.repeats + (size.repeats > 1 ? 1 : 0) }, () =>
        seconds(() => optimizeBudget(surface, problem, options)),
      ).slice(-size.repeats),
    );
  pass(surface);
  const onePass = median(Array.from({ length: 5 }, () => pass(surface)));
  const plan = timed({ optimumDraws: 0 });
  const whole = timed({});
  const found = optimizeBudget(surface, problem, { optimumDraws: 0 });
  if (found.kind === "infeasible") throw new Error(found.conflict.message);
  const memory = process.memoryUsage().rss / 2 ** 20;
  const { status, residual, certificate, passes } = found.solver;
  console.log(
    `${size.name}: ${size.channels} channels × ${size.cells} cells × ${size.periods} periods × ${draws} draws\n` +
      `  surface ${made.toFixed(2)} s, one pass ${(1000 * onePass).toFixed(1)} ms\n` +
      `  plan ${plan.toFixed(3)} s (${passes} passes, ${status}, residual ${residual.toExponential(1)}, gap ${certificate.gap!.toExponential(1)})\n` +
      `  whole allocation ${whole.toFixed(2)} s, resident memory ${memory.toFixed(0)} MB`,
  );
  return {
    ...size,
    draws,
    surfaceSeconds: made,
    passSeconds: onePass,
    planSeconds: plan,
    allocationSeconds: whole,
    passes,
    status,
    residual,
    gap: certificate.gap!,
    residentMegabytes: memory,
  };
});

writeFileSync(
  new URL("../../results/optimizer.json", import.meta.url),
  `${JSON.stringify(results, null, 2)}\n`,
);
