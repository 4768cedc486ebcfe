/** The invariants of a data set, each broken one told at once: a programmer's mistake, not a user's. */
import { cleanName } from "../roles/clean-name.js";

/** Throws where `holds` is false. */
export function insist(holds: boolean, rule: string, got: unknown): asserts holds {
  if (!holds) throw new Error(`makeDataset: ${rule}, got ${String(got)}. Check what is handed over.`);
}

/** Names are written into headers and messages. */
export function insistOnName(name: string): void {
  insist(
    name !== "" && name === cleanName(name),
    "names must be one line of text without outer spaces",
    name,
  );
}

/** A name stands for one thing. */
export function insistOnDistinct(names: readonly string[]): void {
  if (new Set(names).size === names.length) return;
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  insist(false, "names must differ", repeated);
}
