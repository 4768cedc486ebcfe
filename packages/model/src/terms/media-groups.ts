/** Media groups: channels whose specs have one shape are computed as one array, row by row. */

import type { Dataset } from "@mmm/data";
import { type ChannelSpec, channelSpec, type ModelSpec, type ParameterSpec } from "../spec/model-spec.js";

/** Channels that differ in numbers but not in the shape of their expressions. */
export interface MediaGroup {
  /** Positions in `dataset.channels`. */
  readonly indices: readonly number[];
  readonly names: readonly string[];
  readonly specs: readonly ChannelSpec[];
}

/** Groups the channels, in order of first appearance. */
export function mediaGroups(dataset: Dataset, spec: ModelSpec): readonly MediaGroup[] {
  const groups = new Map<string, { indices: number[]; names: string[]; specs: ChannelSpec[] }>();
  dataset.channels.forEach(({ name }, index) => {
    const own = channelSpec(spec, name);
    const key = shapeOf(own);
    const group = groups.get(key) ?? { indices: [], names: [], specs: [] };
    group.indices.push(index);
    group.names.push(name);
    group.specs.push(own);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function shapeOf({ adstock, saturation, effect }: ChannelSpec): string {
  const parts: (string | number | boolean | null)[] = [
    adstock.kind,
    saturation.kind,
    effect.on,
    effect.prior.distribution,
  ];
  if (adstock.kind === "geometric") parts.push(adstock.normalize, adstock.window, family(adstock.retention));
  if (saturation.kind === "hill") parts.push(family(saturation.halfSaturation), family(saturation.slope));
  if (saturation.kind === "logistic") parts.push(family(saturation.rate));
  return JSON.stringify(parts);
}

function family(parameter: ParameterSpec): string {
  return typeof parameter === "number" ? "fixed" : parameter.distribution;
}
