/** Reference numbers as R writes them, read as ours. */
import { readFileSync } from "node:fs";
import { isClose } from "./is-close.js";

/** R's NA, NaN, Inf and numbers as numbers: a value that does not exist is NaN with us. */
export function rNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return { Inf: Infinity, "-Inf": -Infinity }[value as string] ?? NaN;
}

/** `{ a: { b: [1, 2] } }` → `a.b.0`: 1, `a.b.1`: 2. */
export function flatNumbers(value: unknown, path = ""): readonly (readonly [string, number])[] {
  if (typeof value !== "object" || value === null) return [[path, rNumber(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatNumbers(inner, path === "" ? key : `${path}.${key}`),
  );
}

/** Every number of `wanted` that `got` lacks or that differs by more than 1e-8; none compared is a difference too. */
export function differencesFromR(got: unknown, wanted: unknown): readonly string[] {
  const ours = new Map(flatNumbers(got));
  const theirs = flatNumbers(wanted);
  if (theirs.length === 0) return ["nothing to compare"];
  return theirs.flatMap(([path, value]) => {
    const our = ours.get(path);
    if (our === undefined) return [`${path}: not computed`];
    return isClose(our, value) ? [] : [`${path}: got ${our}, R has ${value}`];
  });
}

/** A file of reference numbers. */
export function readReference<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`./reference/${path}`, import.meta.url), "utf8")) as T;
}
