/** A preset with a user's words on top. */

import { presets } from "./presets/presets.js";
import type { ModelSpecInput } from "./spec-schema.js";
import { transformOfSpec, type TransformSpec } from "./transform-spec.js";

/** The spec that a user means who names a preset: the preset's, except where the user says something else. */
export function applyPreset({ preset, ...given }: ModelSpecInput): ModelSpecInput {
  return preset === undefined
    ? given
    : (merge(withoutReplaced(presets[preset], given), given) as ModelSpecInput);
}

/** What a preset says of the cells of a transform's parameters goes with the transform that a user replaces. */
function withoutReplaced(base: ModelSpecInput, given: ModelSpecInput): ModelSpecInput {
  const [own, usual] = [given.media?.default, base.media?.default];
  if (usual?.cells === undefined) return base;
  const replaced = (["adstock", "saturation"] as const).flatMap((role) => {
    const [kept, now] = [usual[role], own?.[role]];
    return kept === undefined || now === undefined || now.kind === kept.kind
      ? []
      : Object.keys(transformOfSpec(role, kept as TransformSpec).parameters);
  });
  const cells = Object.fromEntries(Object.entries(usual.cells).filter(([name]) => !replaced.includes(name)));
  return { ...base, media: { ...base.media, default: { ...usual, cells } } };
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
