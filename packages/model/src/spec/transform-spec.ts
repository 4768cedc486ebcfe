/** TransformSpec: one transform of `@mmm/transforms` by name, with its settings and what is believed of its parameters. */

import type { SettingValue, Transform } from "@mmm/transforms";
import { adstockOf, adstocks, listSize, saturationOf, saturations } from "@mmm/transforms";
import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.js";
import { priorSchema } from "./prior-schema.js";

/**
 * A transform as plain data: `kind`, its settings and its parameters side by side, e.g.
 * `{ kind: "geometric", normalize: true, window: null, retention: { distribution: "beta", alpha: 2, beta: 3 } }`.
 */
export interface TransformSpec {
  readonly kind: string;
  readonly [name: string]: ParameterSpec | SettingValue;
}

/** What a user says of a transform: its kind, and whatever shall differ from the defaults. */
export interface GivenTransform {
  readonly kind: string;
  readonly [name: string]: unknown;
}

/** Whether media are carried over or levelled off. */
export type TransformRole = "adstock" | "saturation";

const tables = { adstock: adstocks, saturation: saturations } as const;
const look = { adstock: adstockOf, saturation: saturationOf } as const;

/** The transform that a spec names. */
export function transformOfSpec(role: TransformRole, { kind }: TransformSpec): Transform {
  return look[role](kind);
}

/** The parameters of a spec by name. */
export function transformParameters(
  role: TransformRole,
  spec: TransformSpec,
): Readonly<Record<string, ParameterSpec>> {
  const names = Object.keys(transformOfSpec(role, spec).parameters);
  return Object.fromEntries(names.map((name) => [name, spec[name] as ParameterSpec]));
}

/** The settings of a spec by name. */
export function transformSettings(
  role: TransformRole,
  spec: TransformSpec,
): Readonly<Record<string, SettingValue>> {
  const names = Object.keys(transformOfSpec(role, spec).settings);
  return Object.fromEntries(names.map((name) => [name, spec[name] as SettingValue]));
}

/** Writes every default of a transform into what a user said of it. */
export function completeTransform(role: TransformRole, given: GivenTransform): TransformSpec {
  const { parameters, settings } = look[role](given.kind);
  const defaults = {
    ...Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default])),
    // Some parameters are held unless they are freed, because data seldom tell them apart from others.
    ...Object.fromEntries(
      Object.entries(parameters).map(([name, { fixed, prior }]) => [name, fixed ?? prior]),
    ),
  };
  return { ...defaults, ...given } as TransformSpec;
}

/** The axis of a parameter that is a list under the settings of a spec; absent where it is one number. */
export function listAxis(
  role: TransformRole,
  spec: TransformSpec,
  parameter: string,
): { readonly name: string; readonly coordinates: readonly string[] } | undefined {
  const { list } = transformOfSpec(role, spec).parameters[parameter]!;
  if (list === undefined) return undefined;
  const size = listSize(list, transformSettings(role, spec));
  return { name: list.axis, coordinates: Array.from({ length: size }, (_, i) => String(i + 1)) };
}

/** What users may write for a role: the transforms of its table that need no series besides the media. */
export function transformSchema(
  role: TransformRole,
): z.ZodOptional<z.ZodType<GivenTransform, GivenTransform>> {
  const kinds = Object.keys(tables[role])
    .map((kind) => look[role](kind))
    // Further series need data that a data set cannot give yet.
    .filter(({ series }) => Object.keys(series).length === 0);
  const options = kinds.map(schemaOfKind);
  return z
    .discriminatedUnion("kind", options as [(typeof options)[number], ...typeof options])
    .optional() as never;
}

function schemaOfKind({
  kind,
  parameters,
  settings,
}: Transform): z.ZodObject<{ kind: z.ZodLiteral<string> }> {
  const ofSettings = Object.entries(settings).map(([name, setting]) => {
    const schema = z.custom((value) => setting.contains(value), { message: `must be ${setting.range}` });
    return [name, schema.optional().describe(`${setting.meaning}; ${setting.range}`)] as const;
  });
  const ofParameters = Object.entries(parameters).map(
    ([name, { support, meaning, list }]) =>
      [
        name,
        z
          .union([numberSchema(support), priorSchema])
          .optional()
          .describe(list === undefined ? meaning : `${meaning}; one belief for all of the list`),
      ] as const,
  );
  const shape = Object.fromEntries([...ofSettings, ...ofParameters]);
  return z.strictObject({ kind: z.literal(kind), ...shape }) as never;
}

type Support = Transform["parameters"][string]["support"];

function numberSchema(support: Support): z.ZodType<number> {
  const schemas: { readonly [S in Support]: z.ZodType<number> } = {
    real: z.number(),
    "non-negative": z.number().min(0),
    positive: z.number().positive(),
    "unit-interval": z.number().gt(0).lt(1),
  };
  return schemas[support];
}

/** Words that need no more explanation in the draws. */
const ownWords: readonly string[] = ["retention", "halfSaturation", "slope"];

/** Name of a parameter in the draws: `retention`, `half_saturation`, `saturation_rate`, `adstock_shape`. */
export function drawName(role: TransformRole, parameter: string): string {
  const snake = parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return ownWords.includes(parameter) ? snake : `${role}_${snake}`;
}
