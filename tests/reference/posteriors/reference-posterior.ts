/** Where posteriordb's data lie beside the project, and how they are read. */

import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const folder = new URL("../../../../shared/data/posteriordb/", import.meta.url);

/** Third-party data are not part of the project: whoever needs them says so and skips. */
export const referencesAreMissing = !existsSync(folder);

export interface ReferenceSummary {
  readonly mean: number;
  readonly sd: number;
  readonly mcse_mean: number;
  readonly mcse_sd: number;
  readonly ess: number;
  readonly q: Readonly<Record<string, number>>;
}

export interface ReferencePosterior {
  readonly data: unknown;
  readonly reference: Readonly<Record<string, ReferenceSummary>>;
}

export interface LogDensityPoint {
  readonly unconstrained: readonly number[];
  readonly log_prob_jacobian: number;
  readonly grad_jacobian: readonly number[];
}

function read<T>(path: string): T {
  const plain = new URL(path, folder);
  const text = existsSync(plain)
    ? readFileSync(plain, "utf8")
    : gunzipSync(readFileSync(new URL(`${path}.gz`, folder))).toString("utf8");
  return JSON.parse(text) as T;
}

export function referencePosterior(name: string): ReferencePosterior {
  return read(`${name}.json`);
}

export function logDensityPoints(name: string): readonly LogDensityPoint[] {
  return read<{ points: readonly LogDensityPoint[] }>(`log-densities/${name}.json`).points;
}
