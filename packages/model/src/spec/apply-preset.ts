/** A preset with a user's words on top. */

import { presets } from "./presets/presets.js";
import type { ModelSpecInput } from "./spec-schema.js";

/** The spec that a user means who names a preset: the preset's, except where the user says something else. */
export function applyPreset({ preset, ...given }: ModelSpecInput): ModelSpecInput {
  return preset === undefined ? given : (merge(presets[preset], given) as ModelSpecInput);
}

/** Parts are merged; a prior, a transform or a list is one statement, and replaced whole. */
function merge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isPart(base) || !isPart(over)) return over;
  const names = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, merge(base[name], over[name])]));
}

function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  const whole = ["distribution", "kind", "pooling"];
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !whole.some((key) => Object.hasOwn(value, key))
  );
}
