/** Walking a zod schema beside the value it judges: the value, the known keys and the meant union option at a path. */
import type { z } from "zod";

/** Steps into a JSON value: keys of objects, indices of lists. */
export type Path = readonly (string | number)[];

/** What the walk reads of a schema's definition; every kind of schema fills some of it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
}

/** The value at a path, or `undefined` where the path leaves the value. */
export function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The keys a strict object at a path knows; empty when the schema there is no object. */
export function keysAt(schema: z.core.$ZodType, input: unknown, path: Path): readonly string[] {
  const found = schemaAt(schema, input, path);
  return found === undefined ? [] : Object.keys(definitionOf(found).shape ?? {});
}

/** The option of the union at a path that the value was probably meant to be, or `undefined` when it is of no option's kind. */
export function optionAt(schema: z.core.$ZodType, input: unknown, path: Path): z.ZodType | undefined {
  const parent = schemaAt(schema, input, path, { keepUnion: true });
  const value = valueAt(input, path);
  return parent === undefined ? undefined : meantOption(definitionOf(parent), value);
}

function schemaAt(
  schema: z.core.$ZodType,
  input: unknown,
  path: Path,
  { keepUnion = false } = {},
): z.core.$ZodType | undefined {
  const [step, ...rest] = path;
  const definition = definitionOf(schema);
  const wrapped = definition.innerType ?? definition.in ?? definition.getter?.();
  if (wrapped !== undefined) return schemaAt(wrapped, input, path, { keepUnion });
  if (definition.options !== undefined && !(keepUnion && step === undefined)) {
    const option = meantOption(definition, input);
    return option === undefined ? undefined : schemaAt(option, input, path, { keepUnion });
  }
  if (step === undefined) return schema;
  const next = definition.element ?? definition.valueType ?? definition.shape?.[step];
  return next === undefined ? undefined : schemaAt(next, valueAt(input, [step]), rest, { keepUnion });
}

/** By the discriminator where there is one; otherwise, among the options of the right kind, the one with the fewest faults. */
function meantOption(definition: Definition, value: unknown): z.ZodType | undefined {
  const options = (definition.options ?? []) as readonly z.ZodType[];
  const { discriminator } = definition;
  if (discriminator !== undefined) {
    const named = valueAt(value, [discriminator]);
    const matches = (option: z.ZodType) =>
      (definitionOf(option).shape?.[discriminator] as z.ZodType | undefined)?.safeParse(named).success ===
      true;
    return options.find(matches);
  }
  let meant: z.ZodType | undefined;
  let fewest = Infinity;
  for (const option of options) {
    const issues = option.safeParse(value).error?.issues ?? [];
    const wrongKind = issues.some(
      (issue) => issue.path.length === 0 && /^invalid_(type|value)$/.test(issue.code ?? ""),
    );
    if (wrongKind || issues.length >= fewest) continue;
    meant = option;
    fewest = issues.length;
  }
  return meant;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}
