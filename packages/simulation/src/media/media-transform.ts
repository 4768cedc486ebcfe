/** MediaTransform: an adstock or saturation of `@mmm/transforms` by name, every parameter a number. */

import { adstockOf, adstocks, saturationOf, saturations } from "@mmm/transforms";
import type { SettingValue, Transform, TransformParameter } from "@mmm/transforms";

/** Kind, parameters and settings side by side, e.g. `{ kind: "geometric", retention: 0.4, normalize: true, window: null }`. */
export interface MediaTransform {
  readonly kind: string;
  readonly [name: string]: SettingValue;
}

/** What a transform does with media. */
export type TransformRole = "adstock" | "saturation";

/** A parameter's value: a number, or a list of them. */
export type ParameterValue = number | readonly number[];

const look = { adstock: adstockOf, saturation: saturationOf } as const;
const tables = { adstock: adstocks, saturation: saturations } as const;

/** The transform of `@mmm/transforms` that is named. */
export function namedTransform(role: TransformRole, { kind }: { readonly kind: string }): Transform {
  return look[role](kind);
}

/** All transforms of a role that need nothing but media: one with a second series, such as frequency, has no data here. */
export function transformsOfRole(role: TransformRole): readonly Transform[] {
  return Object.keys(tables[role])
    .map((kind) => look[role](kind))
    .filter(({ series }) => Object.keys(series).length === 0);
}

/** The settings among what is said of a transform. */
export function settingsOf(role: TransformRole, media: MediaTransform): Record<string, SettingValue> {
  const names = Object.keys(namedTransform(role, media).settings);
  return Object.fromEntries(names.map((name) => [name, media[name]!]));
}

/** The parameters among what is said of a transform. */
export function parametersOf(role: TransformRole, media: MediaTransform): Record<string, ParameterValue> {
  const names = Object.keys(namedTransform(role, media).parameters);
  return Object.fromEntries(names.map((name) => [name, media[name] as ParameterValue]));
}

/** The transform with every number of its parameters changed; a list element by element. */
export function mapParameters(
  role: TransformRole,
  media: MediaTransform,
  change: (value: number, parameter: TransformParameter, name: string) => number,
): MediaTransform {
  const { parameters } = namedTransform(role, media);
  const changed = Object.entries(parametersOf(role, media)).map(([name, value]) => {
    const parameter = parameters[name]!;
    const own =
      typeof value === "number"
        ? change(value, parameter, name)
        : value.map((one) => change(one, parameter, name));
    return [name, own] as const;
  });
  return { ...media, ...Object.fromEntries(changed) };
}
