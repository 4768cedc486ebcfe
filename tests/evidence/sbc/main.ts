/**
 * Evidence: simulation-based calibration of the whole chain, prior → simulated data → sampler → ranks, for two hierarchies and
 * the mix model, national and of a panel, each with a planted error that must show:
 * `npm run evidence -- sbc [replications] [part of a study's name]`.
 */

import { type ModelSpec, parseModelSpec } from "@mmm/model";
import { marketPresets, simulateMarket } from "@mmm/simulation";
import { blindSimulator } from "../../calibration/blind-simulator.js";
import { bandProbability, calibrationVerdicts } from "../../calibration/calibration-verdicts.js";
import {
  collectRanks,
  rankedDraws,
  type Replication,
  type ReplicationOptions,
} from "../../calibration/collect-ranks.js";
import { compiledSimulator } from "../../calibration/compiled-simulator.js";
import { eightSchools } from "../../calibration/eight-schools.js";
import { hierarchicalRegression } from "../../calibration/hierarchical-regression.js";
import type { Simulator } from "../../calibration/simulation.js";
import { excerptOf } from "./excerpt-of.js";
import { type MixModelSimulator, mixModelSimulator } from "./mix-model-simulator.js";
import { rescaleSpec } from "./rescale-spec.js";
import { verdictTable } from "./verdict-table.js";

/** What a study is for: calibration is shown, an error is found, or a known approximation is measured. */
type Purpose = "calibrated" | "planted error" | "measured";

const seed = 20260101;
const replications = Number(process.argv[2] ?? 300);
const wanted = process.argv[3] ?? "";

function sampledLine(all: readonly Replication[], seconds: number): string {
  const ess = all.map(({ worstEss }) => worstEss).sort((a, b) => a - b);
  const low = ess.filter((value) => value < rankedDraws).length;
  const divergent = all.filter(({ divergences }) => divergences > 0).length;
  return (
    `  ${all.length} replications in ${seconds.toFixed(0)} s; bulk ESS of the worst quantity: ` +
    `median ${ess[ess.length >> 1]!.toFixed(0)}, least ${ess[0]!.toFixed(0)}, below ${rankedDraws} in ${low}; ` +
    `divergences in ${divergent}`
  );
}

/** Whether a quantity is outside a band that all of a calibrated study together leave once in a hundred studies. */
function isConvicted(simulator: Simulator, all: readonly Replication[]): boolean {
  const probability = 1 - (1 - bandProbability) / simulator.quantities.length;
  return calibrationVerdicts(simulator, all, probability).some(({ check }) => !check.inside);
}

async function study(
  simulator: Simulator,
  purpose: Purpose,
  lengths: Omit<Partial<ReplicationOptions>, "seed"> = {},
): Promise<void> {
  if (!simulator.name.includes(wanted)) return;
  const started = performance.now();
  const all = await collectRanks(simulator, { seed, replications, ...lengths });
  const verdicts = calibrationVerdicts(simulator, all);
  const outside = verdicts.filter(({ check }) => !check.inside).length;
  const convicted = isConvicted(simulator, all);
  console.log(`\n${simulator.name} (${purpose}): ${outside} of ${verdicts.length} quantities outside`);
  console.log(`  together ${convicted ? "more than" : "within"} what one study in a hundred shows by chance`);
  console.log(sampledLine(all, (performance.now() - started) / 1000));
  for (const line of verdictTable(verdicts)) console.log(line);
  if (purpose !== "measured" && convicted !== (purpose === "planted error")) process.exitCode = 1;
}

async function mixStudy(
  simulator: MixModelSimulator,
  purpose: Purpose,
  lengths: Omit<Partial<ReplicationOptions>, "seed"> = {},
): Promise<void> {
  if (!simulator.name.includes(wanted)) return;
  await study(simulator, purpose, lengths);
  console.log(`  ${simulator.drawnAgain()} data sets drawn again, because their mean KPI was too low`);
}

/** The spec with a prior of the channels' coefficients that is twice as wide. */
function withWiderCoefficients(spec: ModelSpec): ModelSpec {
  const prior = { distribution: "half-normal", sd: 1 };
  return {
    ...spec,
    media: { ...spec.media, default: { ...spec.media.default, effect: { on: "coefficient", prior } } },
  };
}

console.log(
  `Ranks among ${rankedDraws} draws; bands of ${100 * bandProbability} % for each quantity: of a hundred calibrated ones, one ` +
    "leaves it by chance. The number is the largest departure in widths of the band.",
);
await study(compiledSimulator(eightSchools()), "calibrated", { replications: 3 * replications });
const wideSchools = compiledSimulator(eightSchools({ tauScale: 10 }));
await study({ ...wideSchools, name: "eight schools, prior of tau twice as wide" }, "planted error");
await study({ ...blindSimulator(eightSchools()), name: "eight schools, blind to the data" }, "planted error");
await study(compiledSimulator(hierarchicalRegression()), "calibrated", { replications: 3 * replications });
const wideGroups = compiledSimulator(hierarchicalRegression({ tauSd: 2 }));
await study({ ...wideGroups, name: "hierarchical regression, prior of tau twice as wide" }, "planted error");

const { dataset } = simulateMarket(marketPresets.small, 1);
const onCoefficients = parseModelSpec({});
const onRoi = parseModelSpec({ media: { default: { effect: "roi" } }, noise: { kind: "student-t" } });
await mixStudy(mixModelSimulator("mix model, default spec", dataset, onCoefficients), "calibrated");
await mixStudy(mixModelSimulator("mix model, ROI priors and Student t noise", dataset, onRoi), "calibrated");

const panel = excerptOf(simulateMarket(marketPresets.geo, 1).dataset, {
  ...{ cells: 5, periods: 30, channels: 2, controls: 1 },
});
/** Effects and controls pooled over few cells and weeks; centred as the data suggest, or all of them. */
const hierarchy = (centring: "auto" | "centred"): ModelSpec => {
  // Away from 0, where a centred spread has its funnel: what is judged here is the density, not the choice.
  const spread = { distribution: "log-normal", logMean: -1, logSd: 0.3 };
  const cells = { pooling: "pooled" as const, by: ["cell"], centring, spread };
  return parseModelSpec({
    seasonality: [],
    // Over thirty weeks, time effects can be one cell's sales to the last bit where its noise may be 0: another mode.
    noise: { kind: "normal", scale: { distribution: "log-normal", logMean: -2, logSd: 0.5 } },
    controls: { default: { cells } },
    media: { default: { effect: "roi", cells: { effect: cells } } },
  });
};
for (const centring of ["auto", "centred"] as const) {
  const name = `panel of five cells, ${centring === "auto" ? "centred as the data suggest" : "centred"}`;
  // The spread of a control over five cells is known by little, and what they share with it moves slowly.
  await mixStudy(mixModelSimulator(name, panel, hierarchy(centring)), "calibrated", {
    warmup: 1000,
    draws: 4000,
  });
}

const tooWide = (share: number): ModelSpec => rescaleSpec(withWiderCoefficients(onCoefficients), share);
await mixStudy(
  mixModelSimulator("mix model, prior of coefficients twice as wide", dataset, onCoefficients, tooWide),
  "planted error",
);
const asMeasured = (): ModelSpec => onCoefficients;
await mixStudy(
  mixModelSimulator("mix model, priors in units of the simulated KPI", dataset, onCoefficients, asMeasured),
  "measured",
);
