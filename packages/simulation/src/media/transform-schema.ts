/** The schema of adstocks and saturations, made from the tables of `@mmm/transforms`. */

import { exp } from "@mmm/numerics";
import type { SettingValue, Transform, TransformParameter, TransformPrior } from "@mmm/transforms";
import { z } from "zod";
import {
  type MediaTransform,
  parametersOf,
  settingsOf,
  type TransformRole,
  transformsOfRole,
} from "./media-transform.js";

const numbers: Readonly<Record<TransformParameter["support"], z.ZodType<number>>> = {
  real: z.number(),
  "non-negative": z.number().min(0),
  positive: z.number().positive(),
  // Learned parameters never reach an end; those of a description may.
  "unit-interval": z.number().min(0).max(1),
};

/** The middle of a prior: what a parameter is that nobody describes. */
const middles: Readonly<Record<string, (prior: TransformPrior) => number>> = {
  beta: ({ alpha, beta }) => Number(alpha) / (Number(alpha) + Number(beta)),
  gamma: ({ shape, rate }) => Number(shape) / Number(rate),
  "log-normal": ({ logMean }) => exp(Number(logMean)),
  normal: ({ mean }) => Number(mean),
};

/** A choice among all transforms of a role; parameters that are not given lie in the middle of their priors. */
export function transformSchema(role: TransformRole): z.ZodType<MediaTransform, { readonly kind: string }> {
  const options = transformsOfRole(role).map((transform) => schemaOfKind(role, transform));
  const [first, ...others] = options;
  // The options have the keys of the tables, which their types no longer tell.
  return z.discriminatedUnion("kind", [first!, ...others]) as never;
}

function schemaOfKind(
  role: TransformRole,
  transform: Transform,
): z.ZodObject<{ kind: z.ZodLiteral<string> }> {
  const { kind, parameters, settings } = transform;
  const ofParameters = Object.entries(parameters).map(([name, parameter]) => [name, schemaOf(parameter)]);
  const ofSettings = Object.entries(settings).map(([name, setting]) => {
    const schema = z.custom<SettingValue>((value) => setting.contains(value), {
      message: `must be ${setting.range}`,
    });
    return [name, schema.default(() => setting.default)];
  });
  const shape = Object.fromEntries([...ofParameters, ...ofSettings]) as Record<string, z.ZodType>;
  const each = z.strictObject({ kind: z.literal(kind), ...shape });
  return each.superRefine((value, context) => {
    // Only what is right by itself can be wrong together.
    if (!each.safeParse(value).success) return;
    const fault = faultOf(role, transform, value as MediaTransform);
    if (fault === undefined) return;
    const message = "must have parameters that go together";
    context.addIssue({ code: "custom", input: value, message, params: { advice: fault } });
  }) as never;
}

function schemaOf({ support, list, fixed, prior }: TransformParameter): z.ZodType {
  const number = numbers[support];
  const usual = fixed ?? middles[prior.distribution]?.(prior);
  const schema = list === undefined ? number : z.union([number, z.array(number).min(1)]);
  return usual === undefined ? schema : schema.default(usual);
}

/** What the transform itself has against parameters that are each right: tried on one period. */
function faultOf(role: TransformRole, transform: Transform, media: MediaTransform): string | undefined {
  try {
    transform(Float64Array.of(1), parametersOf(role, media) as never, settingsOf(role, media));
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return `The ${error.message}`;
    throw error;
  }
}
