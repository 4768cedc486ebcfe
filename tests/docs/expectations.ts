/** What the code of the documentation is held against while it runs: values within a tolerance, printed lines. */
import { format, inspect } from "node:util";

const tolerance = 1e-9;

function isClose(actual: number, expected: number): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  if (!Number.isFinite(expected)) return false;
  const scale = expected === 0 ? 1 : Math.abs(expected);
  return Math.abs(actual - expected) <= tolerance * scale;
}

function asArray(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
    ? Array.from(value as Float64Array)
    : undefined;
}

function isEqual(actual: unknown, expected: unknown): boolean {
  if (typeof actual === "number" && typeof expected === "number") return isClose(actual, expected);
  const left = asArray(actual);
  const right = asArray(expected);
  if (left !== undefined && right !== undefined) {
    return left.length === right.length && left.every((value, index) => isEqual(value, right[index]));
  }
  if (typeof actual !== "object" || typeof expected !== "object" || actual === null || expected === null) {
    return Object.is(actual, expected);
  }
  if (left !== undefined || right !== undefined) return false;
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].every((key) =>
    isEqual((actual as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]),
  );
}

function show(value: unknown): string {
  return inspect(asArray(value) ?? value, { breakLength: Infinity, depth: 6 });
}

/**
 * Throws when a value is not the one that the documentation states. Numbers agree within 1e-9 of the stated one
 * (of 1, where it states 0), typed arrays agree with arrays, objects agree key by key.
 */
export function expectValue(place: string, actual: unknown, expected: unknown): void {
  if (!isEqual(actual, expected)) throw new Error(`${place}: must be ${show(expected)}, got ${show(actual)}`);
}

let printed: string[] = [];

function print(...values: readonly unknown[]): void {
  printed.push(...format(...values).split("\n"));
}

/** Stands in for `console` in the documentation: what it prints is kept instead. */
export const capturedConsole = { log: print, info: print, warn: print, error: print };

/** Throws when the next lines that were printed do not hold the stated one. */
export function expectPrinted(place: string, text: string): void {
  const index = printed.findIndex((line) => line.trim() === text);
  if (index < 0) throw new Error(`${place}: must print ${show(text)}, got ${show(printed.join("\n"))}`);
  printed = printed.slice(index + 1);
}
