/** Media groups: channels whose specs have one shape are computed as one array, row by row. */

import type { Dataset } from "@mmm/data";
import { distributionOf, priorParameters } from "@mmm/distributions";
import { type ChannelSpec, channelSpec, type ModelSpec } from "../spec/model-spec.js";
import type { ParameterSpec } from "../spec/parameter-spec.js";
import {
  type TransformRole,
  type TransformSpec,
  transformParameters,
  transformSettings,
} from "../spec/transform-spec.js";

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

/** Kinds, settings and families: whatever decides the form of the expressions, but not the numbers in them. */
function shapeOf({ order, adstock, saturation, effect, cells }: ChannelSpec): string {
  const ofTransform = (role: TransformRole, spec: TransformSpec): readonly unknown[] => [
    spec.kind,
    transformSettings(role, spec),
    Object.entries(transformParameters(role, spec)).map(([name, parameter]) => [name, family(parameter)]),
  ];
  const ofCells = Object.entries(cells).map(([name, spec]) => [
    ...[name, spec.pooling],
    ...(spec.pooling === "pooled" ? [spec.by, spec.centring, family(spec.spread)] : []),
  ]);
  return JSON.stringify([
    order,
    ofCells,
    ofTransform("adstock", adstock),
    ofTransform("saturation", saturation),
    [effect.on, family(effect.prior)],
  ]);
}

/** Channels of one family are one array; a support with bounds of its own is another map to the sampler's line. */
function family(parameter: ParameterSpec): string {
  if (typeof parameter === "number") return "fixed";
  const { kind } = distributionOf(parameter.distribution).support(priorParameters(parameter));
  const shared = kind === "real" || kind === "positive" || kind === "unit-interval";
  return shared ? parameter.distribution : JSON.stringify(parameter);
}
