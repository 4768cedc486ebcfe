/**
 * Times log density and gradient of a geo media-mix model: the compiled program, its twin, plain JavaScript and C.
 *
 *     npm run bench -- gradient [--sizes S,M] [--rounds 11]
 *
 * Before anything is timed, all variants must agree; @mmm/model, whose coordinates are others, is timed beside them. Rounds are interleaved, times are CPU times, medians count.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cVariant } from "./c-variant.js";
import { javascriptVariant } from "./javascript-variant.js";
import { drawMarket, type MarketSize, marketSizes } from "./market.js";
import { drawPosition } from "./position-layout.js";
import { mixModelVariant } from "./mix-model-variant.js";
import { programVariant } from "./program-variant.js";
import type { Variant } from "./variant.js";
import { median } from "../median.js";

interface Measurement {
  readonly size: string;
  readonly variant: Variant["name"];
  readonly medianMicroseconds: number;
}

const SEED = 20_240_501;
/** Of value and gradient between variants, relative to the largest entry. */
const TOLERANCE = 1e-9;
/** CPU time of one variant in one round. */
const ROUND_MICROSECONDS = 100_000;

function checkAgreement(size: string, dimension: number, variants: readonly Variant[]): void {
  const results = variants.map(({ name, evaluate }) => {
    const gradient = new Float64Array(dimension);
    const value = evaluate(gradient);
    return { name, numbers: [value, ...gradient] };
  });
  const [reference, ...others] = results;
  for (const { name, numbers } of others) {
    const scale = Math.max(...reference!.numbers.map(Math.abs));
    const worst = Math.max(...numbers.map((number, i) => Math.abs(number - reference!.numbers[i]!) / scale));
    if (!(worst < TOLERANCE)) {
      throw new Error(`${name}, size ${size}: agrees with ${reference!.name} to ${TOLERANCE}, got ${worst}.`);
    }
  }
}

/** Repetitions that fill a round, after a warm-up long enough for every compiler to finish. */
function calibrate(variant: Variant): number {
  variant.time(Math.ceil(ROUND_MICROSECONDS / variant.time(3)));
  return Math.max(1, Math.ceil(ROUND_MICROSECONDS / variant.time(10)));
}

function measure(size: MarketSize, rounds: number): readonly Measurement[] {
  const market = drawMarket(size, SEED);
  const position = drawPosition(size, SEED);
  const c = cVariant(market, position);
  if (c === undefined) process.stdout.write("c: skipped, no gcc here\n");
  const variants = [
    javascriptVariant(market, position),
    programVariant(market, position, "wasm"),
    programVariant(market, position, "twin"),
    ...(c === undefined ? [] : [c]),
  ];
  checkAgreement(size.name, position.length, variants);
  // Its coordinates are others, so it agrees in distribution only; it stands here for the time that the same work takes.
  variants.push(mixModelVariant(market));
  const repetitions = variants.map(calibrate);
  const times = variants.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    variants.forEach((variant, i) => times[i]!.push(variant.time(repetitions[i]!)));
  }
  return variants.map(({ name }, i) => ({
    size: size.name,
    variant: name,
    medianMicroseconds: Number(median(times[i]!).toPrecision(4)),
  }));
}

function writeTable(measurements: readonly Measurement[]): string {
  const lines = measurements.map(({ size, variant, medianMicroseconds }) => {
    const c = measurements.find((other) => other.size === size && other.variant === "c")?.medianMicroseconds;
    const ratio = c === undefined ? "–" : (medianMicroseconds / c).toFixed(2);
    return `${size.padEnd(5)} ${variant.padEnd(11)} ${String(medianMicroseconds).padStart(9)} ${ratio.padStart(7)}`;
  });
  return [`size  variant     median µs    ÷ c`, ...lines, ""].join("\n");
}

const { values } = parseArgs({
  options: { sizes: { type: "string", default: "S,M,L,XL" }, rounds: { type: "string", default: "11" } },
});
const wanted = new Set(values.sizes.split(","));
const measurements = marketSizes
  .filter(({ name }) => wanted.has(name))
  .flatMap((size) => measure(size, Number(values.rounds)));
process.stdout.write(writeTable(measurements));
const results = new URL("../../results/", import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(new URL("gradient.json", results), `${JSON.stringify(measurements, undefined, 2)}\n`);
