/** Targets written as expressions: ten posteriors of posteriordb, a hierarchy of 85 counties, geo media-mix models. */

import {
  add,
  axis,
  compile,
  constant,
  type Expression,
  gather,
  input,
  multiply,
  subtract,
  sum,
} from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import { drawNormal, drawUniform, randomStream } from "@mmm/numerics";
import { allPosteriors } from "../../../tests/reference/posteriors/all-posteriors.js";
import {
  referencePosterior,
  referencesAreMissing,
} from "../../../tests/reference/posteriors/reference-posterior.js";
import { drawMarket, type Market, marketSizes } from "../gradient/market.js";
import { writeModel } from "../gradient/model.js";
import { simulateOutcome } from "./simulate-outcome.js";
import { type BenchTarget, densityOf } from "./target.js";

/** Of rstan 2.21 with 4 × (1,000 + 1,000) draws, over constrained parameters, warm-up included (design/sampling.md, §3). */
const stanFigures: Readonly<Record<string, number>> = {
  "arK-arK": 11.95,
  "diamonds-diamonds": 0.23,
  "earnings-logearn_interaction": 0.61,
  "eight_schools-eight_schools_noncentered": 34.12,
  "garch-garch11": 20.33,
  "gp_pois_regr-gp_pois_regr": 1.02,
  "kilpisjarvi_mod-kilpisjarvi": 0.27,
  "low_dim_gauss_mix-low_dim_gauss_mix": 69.18,
  "nes2000-nes": 4.58,
  "sblri-blr": 12.41,
};

const posteriors: readonly BenchTarget[] = referencesAreMissing
  ? []
  : Object.entries(allPosteriors).map(([name, build]) => ({
      name,
      density: () => densityOf(build(referencePosterior(name).data)),
      ...(stanFigures[name] === undefined ? {} : { stanBulkPerThousand: stanFigures[name] }),
      ...(name === "diamonds-diamonds" ? { draws: 250 } : {}),
    }));

const counties = 85;
const houses = 919;

/** Like radon in Minnesota: many counties with few houses, few with many; floor 0 or 1; slopes may vary too. */
function radonData() {
  const stream = randomStream("benchmark radon");
  const county = Array.from({ length: houses }, () => Math.floor(counties * drawUniform(stream) ** 2));
  const floor = county.map(() => (drawUniform(stream) < 0.17 ? 1 : 0));
  const level = Array.from({ length: counties }, () => 1.5 + 0.35 * drawNormal(stream));
  const slope = Array.from({ length: counties }, () => -0.7 + 0.3 * drawNormal(stream));
  const y = county.map((j, n) => level[j]! + slope[j]! * floor[n]! + 0.75 * drawNormal(stream));
  return { county, floor, y };
}

/** One varying parameter per county, N(mean, spread²): itself (centred), or its distance in units of the spread. */
function varying(
  name: string,
  centred: boolean,
): { prior: Expression; value: Expression; own: Expression[] } {
  const county = axis("county", counties);
  const [raw, mean, logSpread] = [input(name, [county]), input(`${name} mean`), input(`${name} log spread`)];
  const spread = positive.constrain(logSpread);
  const hyper = add(
    add(normal.logDensity(mean, { mean: 0, sd: 2 }), normal.logDensity(spread, { mean: 0, sd: 1 })),
    positive.logJacobian(logSpread),
  );
  const prior = sum(normal.logDensity(raw, centred ? { mean, sd: spread } : { mean: 0, sd: 1 }));
  return {
    prior: add(hyper, prior),
    value: centred ? raw : add(mean, multiply(spread, raw)),
    own: [raw, mean, logSpread],
  };
}

function radon(slopesVary: boolean, centred: boolean) {
  const { county, floor, y } = radonData();
  const house = axis("house", houses);
  const levels = varying("level", centred);
  const logNoise = input("log noise");
  const noise = positive.constrain(logNoise);
  const fixed = input("slope");
  const slopes = slopesVary ? varying("slopes", centred) : undefined;
  const slope = slopes === undefined ? fixed : gather(slopes.value, "county", county, house);
  const mean = add(gather(levels.value, "county", county, house), multiply(slope, constant(floor, [house])));
  const terms = [
    levels.prior,
    slopes === undefined ? normal.logDensity(fixed, { mean: 0, sd: 2 }) : slopes.prior,
    subtract(normal.logDensity(noise, { mean: 0, sd: 1 }), multiply(logNoise, -1)),
    sum(normal.logDensity(constant(y, [house]), { mean, sd: noise })),
  ];
  return {
    variables: [...levels.own, ...(slopes === undefined ? [fixed] : slopes.own), logNoise],
    logDensity: terms.reduce((total, term) => add(total, term)),
  };
}

const hierarchies: readonly BenchTarget[] = [
  { name: "radon-like 89, centred", density: () => densityOf(radon(false, true)) },
  { name: "radon-like 89, non-centred", density: () => densityOf(radon(false, false)) },
  // A narrow neck where the slopes' spread is small: effective sizes of one run differ tenfold between seeds.
  { name: "radon-like 175, centred", density: () => densityOf(radon(true, true)), seeds: 5 },
  { name: "radon-like 175, non-centred", density: () => densityOf(radon(true, false)) },
];

/** As Stan samples it, and in coordinates that the data pin; there the stated parameters are judged as well. */
const mixModels: readonly BenchTarget[] = marketSizes.slice(0, 2).flatMap((size) => {
  const market = () => simulateOutcome(drawMarket(size, 20_240_501), 20_240_501);
  return [
    { name: `mix model ${size.name}`, density: () => densityOf(writeModel(market())) },
    {
      name: `mix model ${size.name}, pinned`,
      density: () => densityOf(writeModel(market(), "pinned")),
      derived: () => statedParameters(market()),
    },
  ];
});

/** Level without media and largest effect of each channel, of a position in pinned coordinates. */
function statedParameters(market: Market): (position: Float64Array) => Float64Array {
  const { stated, variables } = writeModel(market, "pinned");
  const program = compile({ outputs: stated, variables });
  return (position) => {
    program.evaluate(position);
    return Float64Array.of(...program.read("effectMean"), ...program.read("baseline"));
  };
}

export const modelTargets: readonly BenchTarget[] = [...posteriors, ...hierarchies, ...mixModels];
