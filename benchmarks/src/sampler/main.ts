/**
 * Effective draws per gradient and per second, over posteriors with known answers and in many dimensions.
 *
 *     npm run bench -- sampler [--targets "equicorrelated;mix model M, pinned"] [--engines "auto;diagonal"]
 *
 * Without options everything, which takes an hour. Rows of benchmarks/results/sampling.json that are measured anew are replaced,
 * the others stay. Parameters are the unconstrained ones; four chains run one after the other on one core. nutpie and NumPyro run
 * where the Python of MMM_PEERS_PYTHON (python3 if it is not set) has them; they ask this process for every gradient, so that all
 * engines sample the very same density, and their time says nothing.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { knownTargets } from "./known-targets.js";
import { type Engine, engineList, engines } from "./engine.js";
import { measure, type SamplingResult } from "./measure.js";
import { modelTargets } from "./model-targets.js";

const folder = new URL("../../results/", import.meta.url);
const file = new URL("sampling.json", folder);
const targets = [...knownTargets, ...modelTargets];

const keyOf = ({ target, engine, metric }: SamplingResult): string => `${target}\n${engine}\n${metric}`;

function readResults(): Map<string, SamplingResult> {
  if (!existsSync(file)) return new Map();
  const rows = JSON.parse(readFileSync(file, "utf8")) as readonly SamplingResult[];
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** In the order of targets and engines, so that a new run shows only what changed. */
function writeResults(results: ReadonlyMap<string, SamplingResult>): void {
  const place = ({ target, engine, metric }: SamplingResult): number =>
    targets.findIndex(({ name }) => name === target) * engines.length +
    engines.findIndex((known) => known.engine === engine && known.metric === metric);
  const known = [...results.values()].filter((row) => place(row) >= 0);
  const rows = known.sort((a, b) => place(a) - place(b));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

function line(row: SamplingResult, stan: number | undefined): string {
  const bulk = (1000 * row.minBulkEss) / row.gradients;
  const tail = (1000 * row.minTailEss) / row.gradients;
  return [
    row.target.padEnd(40),
    `${row.engine}, ${row.metric}`.padEnd(42),
    bulk.toPrecision(3).padStart(8),
    tail.toPrecision(3).padStart(8),
    (row.seconds === null ? "–" : (row.minBulkEss / row.seconds).toPrecision(3)).padStart(9),
    String(row.gradients).padStart(9),
    String(row.divergences).padStart(6),
    row.maxRhat.toFixed(3).padStart(7),
    (stan === undefined ? "" : String(stan)).padStart(7),
  ].join(" ");
}

function chosen<T>(all: readonly T[], wanted: string | undefined, textOf: (item: T) => string): readonly T[] {
  if (wanted === undefined) return all;
  return all.filter((item) => wanted.split(";").some((part) => textOf(item).includes(part)));
}

const { values } = parseArgs({ options: { targets: { type: "string" }, engines: { type: "string" } } });
const engineText = ({ engine, metric }: Engine): string => `${engine} ${metric}`;
console.log(
  `${"target".padEnd(40)} ${"engine".padEnd(42)} bulk/1k  tail/1k    bulk/s gradients diverg.   R-hat   Stan`,
);
const running = engineList(chosen(engines, values.engines, engineText), console.log);
for (const target of chosen(targets, values.targets, ({ name }) => name)) {
  for (const engine of running) {
    const row = await measure(target, engine);
    console.log(line(row, target.stanBulkPerThousand));
    writeResults(readResults().set(keyOf(row), row)); // another run may have written meanwhile
  }
}
