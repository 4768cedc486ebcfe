/** Saved fits: both doors between a `Fit` and text, bit for bit. */

import { type Dataset, hashDataset } from "@mmm/data";
import type { Verdict } from "@mmm/posterior";
import type { Trace } from "@mmm/sampler";
import type { ModelSpec } from "../spec/model-spec.js";
import { makeLogDensity } from "../compile-model.js";
import { type Fit, type FitRecord, makeFit } from "./fit.js";
import { release } from "./release.js";

/** Version of the format; a reader refuses what it does not know. */
const formatVersion = 1;

/** What a saved fit looks like as JSON; arrays of numbers are base64 of little-endian doubles, so that no bit is lost. */
interface SavedFit {
  readonly format: "mmm-fit";
  readonly version: number;
  /** Version of the packages that wrote it. */
  readonly release: string;
  readonly datasetHash: string;
  readonly dataset: unknown;
  readonly spec: ModelSpec;
  readonly record: FitRecord;
  readonly verdict: Verdict;
  readonly traces: unknown;
}

/**
 * A fit as JSON text: dataset with its hash, spec, positions and statistics of every draw, verdict, version of the packages.
 *
 * @param fit  a fit
 * @returns    text for `openFit`
 * @example
 * openFit(saveFit((await exampleFit()))).verdict.trustworthy === (await exampleFit()).verdict.trustworthy; // => true
 */
export function saveFit(fit: Fit): string {
  const saved: SavedFit = {
    format: "mmm-fit",
    version: formatVersion,
    release,
    datasetHash: hashDataset(fit.dataset),
    dataset: fit.dataset,
    spec: fit.spec,
    record: fit.record,
    verdict: fit.verdict,
    traces: fit.traces,
  };
  return JSON.stringify(
    saved,
    (_, value: unknown) => (isArray(value) ? encodeArray(value) : encodeNumber(value)),
    1,
  );
}

/**
 * A saved fit again, with the bits it was saved with; draws and verdict are computed anew from the positions. The log density
 * that stands beside the first and the last draw of each chain must be that of the model: a spec that was changed, or a release
 * that samples in other coordinates, would read other parameters from the same numbers.
 *
 * @param text   from `saveFit`
 * @param place  how messages name the text, e.g. the file's name
 * @returns      the fit
 * @throws {Error} when the text is no saved fit, is of another version, or its data, spec or draws changed
 * @example
 * openFit(saveFit((await exampleFit()))).draws.chains === (await exampleFit()).draws.chains; // => true
 */
export function openFit(text: string, place = "saved fit"): Fit {
  const saved = parseSaved(text, place);
  if (saved?.format !== "mmm-fit") {
    throw new Error(`${place}: must be a saved fit, got other JSON. Give a file that \`mmm fit\` wrote.`);
  }
  if (saved.version !== formatVersion) {
    throw new Error(
      `${place}: format version must be ${formatVersion}, got ${saved.version}. Fit again with this release.`,
    );
  }
  requireParts(saved, place);
  const dataset = saved.dataset as Dataset;
  if (hashDataset(dataset) !== saved.datasetHash) {
    throw new Error(
      `${place}: the data must match their hash ${saved.datasetHash}, got ${hashDataset(dataset)}. The file was changed; fit again.`,
    );
  }
  const traces = saved.traces as readonly Trace[];
  requireDensity(dataset, saved, traces, place);
  return makeFit(dataset, saved.spec, saved.record, traces);
}

/** Relative difference of a log density that another release may round to. */
const densityTolerance = 1e-8;

function requireDensity(
  dataset: Dataset,
  { spec, release: writer }: SavedFit,
  traces: readonly Trace[],
  place: string,
): void {
  const { dimension, evaluate } = makeLogDensity({ dataset, spec });
  const gradient = new Float64Array(dimension);
  for (const { chain, draws, dimension: own, positions, logDensity } of traces) {
    for (const draw of [0, draws - 1]) {
      const stated = logDensity[draw];
      const found =
        own === dimension ? evaluate(positions.slice(draw * own, (draw + 1) * own), gradient) : NaN;
      if (Math.abs(found - stated!) <= densityTolerance * (1 + Math.abs(found))) continue;
      throw new Error(
        `${place}: draw ${draw + 1} of chain ${chain} must have the log density ${stated} that stands beside it, got ${found}. ` +
          `The file was changed, or release ${writer} sampled in other coordinates than ${release}; fit again.`,
      );
    }
  }
}

function requireParts(saved: SavedFit, place: string): void {
  const missing = (["dataset", "spec", "record", "traces"] as const).filter(
    (part) => typeof saved[part] !== "object" || saved[part] === null,
  );
  if (missing.length > 0) {
    throw new Error(
      `${place}: must hold dataset, spec, record and traces, got a file without ${missing.join(", ")}. The file was changed; fit again.`,
    );
  }
  requireDraws(saved.traces, place);
}

/** Positions beyond the end of an array would be read as draws that are no numbers, and end as a failed verdict. */
function requireDraws(traces: unknown, place: string): void {
  const faults = (Array.isArray(traces) ? (traces as readonly unknown[]) : []).flatMap((trace) => {
    const { draws, dimension, positions } = Object(trace) as Partial<Trace>;
    if (!(positions instanceof Float64Array)) return ["no chain"];
    const right = positions.length > 0 && positions.length === draws! * dimension!;
    return right ? [] : [`${positions.length} for ${draws} × ${dimension}`];
  });
  if (faults.length === 0) return;
  throw new Error(
    `${place}: every chain must have draws × dimension positions, got ${faults[0]}. The file was changed; fit again.`,
  );
}

/** `null` is JSON too. */
function parseSaved(text: string, place: string): SavedFit | null {
  try {
    return JSON.parse(text, (_, value: unknown) => decodeValue(value)) as SavedFit | null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${place}: must be JSON that \`saveFit\` wrote, got text that is not (${reason}). Give another file.`,
      { cause },
    );
  }
}

type NumberArray = Float64Array | Int32Array | Uint8Array;

function isArray(value: unknown): value is NumberArray {
  return value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array;
}

function encodeArray(values: NumberArray): Readonly<Record<string, string>> {
  const kind = values instanceof Float64Array ? "f64" : values instanceof Int32Array ? "i32" : "u8";
  const copy = values.slice();
  return { [kind]: encodeBase64(new Uint8Array(copy.buffer)) };
}

/** JSON knows no NaN and no infinity; they travel as words. */
function encodeNumber(value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;
}

function decodeValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { f64, i32, u8, number } = value as Readonly<Record<string, unknown>>;
  const only = Object.keys(value).length === 1;
  if (only && typeof f64 === "string") return new Float64Array(decodeBase64(f64).buffer);
  if (only && typeof i32 === "string") return new Int32Array(decodeBase64(i32).buffer);
  if (only && typeof u8 === "string") return decodeBase64(u8);
  if (only && typeof number === "string") return Number(number);
  return value;
}

function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
