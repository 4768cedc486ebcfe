/**
 * Evidence: the two real inputs of the examples, timed from command to ROI table as a user runs them, with the
 * published truth beside the estimates where there is one.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Input {
  readonly name: string;
  readonly csv: string;
  readonly configuration: string;
  readonly goalSeconds: number;
}

interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface FitJson {
  readonly gradients: number;
  readonly verdict: {
    readonly checks: readonly { readonly name: string; readonly value: number; readonly passed: boolean }[];
  };
  readonly roi?: readonly {
    readonly channel: string;
    readonly roi: Interval;
    readonly incremental: Interval;
  }[];
}

interface Truth {
  readonly true_roas: Readonly<Record<string, number>>;
  readonly true_contribution_total: Readonly<Record<string, number>>;
}

const inputs: readonly Input[] = [
  {
    name: "PyMC-Marketing mmm_example",
    csv: "../shared/data/pymc-marketing/mmm_example.csv",
    configuration: "examples/pymc-marketing/mmm.yaml",
    goalSeconds: 5,
  },
  {
    name: "Robyn dt_simulated_weekly",
    csv: "../shared/data/robyn/dt_simulated_weekly.csv",
    configuration: "examples/robyn/mmm.yaml",
    goalSeconds: 15,
  },
];
const truthFile = "../shared/data/pymc-marketing/truth_mmm_example.json";
const runs = 3;

function fitOnce(
  { csv, configuration }: Input,
  output: string,
): { readonly seconds: number; readonly fit: FitJson } {
  const words = ["fit", csv, "--config", configuration, "--output", output, "--json"];
  const started = performance.now();
  const { stdout, status } = spawnSync(process.execPath, ["packages/cli/bin/mmm.js", ...words], {
    encoding: "utf8",
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0 && status !== 1)
    throw new Error(`mmm ${words.join(" ")}: must end with 0 or 1, got ${status}.`);
  return { seconds, fit: JSON.parse(stdout) as FitJson };
}

function report(input: Input, folder: string): void {
  const all = Array.from({ length: runs }, () => fitOnce(input, join(folder, "fit.json")));
  const seconds = all.map((run) => run.seconds).sort((a, b) => a - b);
  const { fit } = all[0]!;
  const value = (name: string): number => fit.verdict.checks.find((check) => check.name === name)!.value;
  console.log(`\n${input.name}`);
  console.log(
    `  command to table ${seconds.map((s) => s.toFixed(1)).join(", ")} s (goal ${input.goalSeconds} s); ${fit.gradients} gradients; ` +
      `R-hat ${value("rhat").toFixed(4)}, bulk ESS ${Math.round(value("essBulk"))}, tail ESS ${Math.round(value("essTail"))}, ` +
      `divergences ${value("divergences")}`,
  );
  const truth = input.name.startsWith("PyMC")
    ? (JSON.parse(readFileSync(truthFile, "utf8")) as Truth)
    : undefined;
  for (const { channel, roi, incremental } of fit.roi ?? []) {
    const show = ({ mean, low, high }: Interval): string =>
      `${mean.toPrecision(4)} [${low.toPrecision(4)}, ${high.toPrecision(4)}]`;
    const known =
      truth &&
      ` true ROI ${truth.true_roas[channel]!.toPrecision(4)}, true contribution ${truth.true_contribution_total[channel]!.toPrecision(4)}`;
    console.log(`  ${channel}: ROI ${show(roi)}, contribution ${show(incremental)}${known ?? ""}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "mmm-inputs-"));
for (const input of inputs) {
  if (existsSync(input.csv)) report(input, folder);
  else console.log(`${input.name}: skipped, ${input.csv} is missing`);
}
rmSync(folder, { recursive: true });
