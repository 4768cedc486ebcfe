/**
 * Evidence: the real inputs of the examples, timed from command to ROI table as a user runs them, with the published truth
 * beside the estimates where there is one. Names of inputs as arguments choose some of them.
 */

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fitInput, type Interval, type TimedFit } from "./fit-input.js";
import { type RealInput, realInputs } from "./real-inputs.js";

interface Truth {
  readonly true_roas: Readonly<Record<string, number>>;
  readonly true_contribution_total: Readonly<Record<string, number>>;
}

const truthFile = "../shared/data/pymc-marketing/truth_mmm_example.json";

const header =
  "input              wall s  goal s  gradients  min ESS  min ESS / s   R-hat  divergences  within the goal";

function row({ name, goalSeconds }: RealInput, fits: readonly TimedFit[]): string {
  const sorted = fits.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const seconds = sorted[Math.floor(sorted.length / 2)]!;
  // The same seed gives the same draws: only time differs between runs.
  const { gradients, minEss, rhat, divergences } = fits[0]!;
  const reached = seconds <= goalSeconds && rhat < 1.01 && minEss > 400;
  const cells: readonly (readonly [string, number])[] = [
    ...([
      [seconds.toFixed(1), 6],
      [String(goalSeconds), 6],
      [String(gradients), 9],
      [minEss.toFixed(0), 7],
    ] as const),
    ...([
      [(minEss / seconds).toFixed(0), 11],
      [rhat.toFixed(4), 6],
      [String(divergences), 11],
      [reached ? "yes" : "NO", 15],
    ] as const),
  ];
  return [name.padEnd(17), ...cells.map(([text, width]) => text.padStart(width))].join("  ");
}

function besideTruth({ roi }: TimedFit): readonly string[] {
  const truth = JSON.parse(readFileSync(truthFile, "utf8")) as Truth;
  const show = ({ mean, low, high }: Interval): string =>
    `${mean.toPrecision(4)} [${low.toPrecision(4)}, ${high.toPrecision(4)}]`;
  return roi.map(
    ({ channel, roi: own, incremental }) =>
      `  ${channel}: ROI ${show(own)}, truth ${truth.true_roas[channel]!.toPrecision(4)}; ` +
      `contribution ${show(incremental)}, truth ${truth.true_contribution_total[channel]!.toPrecision(4)}`,
  );
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !realInputs.some((input) => input.name === name));
if (unknown.length > 0) {
  const names = realInputs.map(({ name }) => name).join(", ");
  throw new Error(`inputs: must be of ${names}, got ${unknown.join(", ")}. Choose some of them.`);
}
const folder = mkdtempSync(join(tmpdir(), "mmm-inputs-"));
console.log(`4 chains on ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)} before\n\n${header}`);
const after: string[] = [];
for (const input of realInputs.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  if (!existsSync(input.csv)) {
    console.log(`${input.name}: skipped, ${input.csv} is missing`);
    continue;
  }
  const fits = Array.from({ length: input.runs }, () => fitInput(input, folder));
  console.log(row(input, fits));
  if (input.name === "pymc-marketing")
    after.push("", "pymc-marketing beside its truth", ...besideTruth(fits[0]!));
}
if (after.length > 0) console.log(after.join("\n"));
rmSync(folder, { recursive: true });
