/** The model in C, compiled here by gcc for this machine: the practical limit. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Market } from "./market.js";
import type { Variant } from "./variant.js";

const source = fileURLToPath(new URL("gradient.c", import.meta.url));

function run(command: string, ...values: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, values, { encoding: "utf8", maxBuffer: 1e8 });
  if (error !== undefined || status !== 0)
    throw new Error(`${command}: failed, got ${error?.message ?? stderr}`);
  return stdout;
}

/** Four sizes as int32, then the arrays as doubles, in the order in which gradient.c reads them. */
function writeData(file: string, market: Market, position: Float64Array): void {
  const { times, geos, channels, spend, features, controls, outcome } = market;
  const sizes = Int32Array.of(times, geos, channels, position.length);
  const arrays = [sizes, spend, features, controls, outcome, position];
  writeFileSync(
    file,
    Buffer.concat(
      arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
    ),
  );
}

/** Undefined where there is no gcc. */
export function cVariant(market: Market, position: Float64Array): Variant | undefined {
  if (spawnSync("gcc", ["--version"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "gradient-"));
  const [program, data] = [join(folder, "gradient"), join(folder, "market.bin")];
  run("gcc", "-O3", "-march=native", "-std=gnu11", "-Wall", "-o", program, source, "-lm");
  writeData(data, market, position);
  return {
    name: "c",
    evaluate: (gradient) => {
      const [value, ...rest] = run(program, data).trim().split("\n").map(Number);
      gradient.set(rest);
      return value!;
    },
    time: (repetitions) => Number.parseFloat(run(program, data, String(repetitions))),
  };
}
