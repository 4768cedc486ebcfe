/** The JSON schema of a configuration file, by which editors complete and check it while it is written. */

import { columnRolesSchema } from "@mmm/data";
import { distributionOf, distributions } from "@mmm/distributions";
import { z } from "zod";
import { cellSchema } from "./cell-spec.js";
import { configurationDescriptions } from "./configuration-descriptions.js";
import { elicitedKinds } from "./elicit-priors.js";
import { priorSchema } from "./prior-schema.js";
import { specSchema } from "./spec-schema.js";

/** JSON, written over while the schema is put together. */
type Json = Record<string, unknown>;

/**
 * The JSON schema (draft 2020-12) of a configuration: `columns` and `model` with every name, every choice and what it means.
 * It is a little wider than `parseConfiguration`, which also knows what fits together, and the names in the data.
 *
 * @returns  plain JSON; in an editor, `# yaml-language-server: $schema=mmm.schema.json` at the top of a file names it
 * @example
 * const { properties } = configurationJsonSchema();
 * Object.keys(properties as object); // => ["columns", "model"]
 */
export function configurationJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = toJson(z.strictObject({ columns: columnRolesSchema, model: specSchema.optional() }));
  describe(schema, configurationDescriptions);
  return {
    title: "Configuration of mmm",
    ...schema,
    $defs: { prior: priorJson(), cells: toJson(cellSchema, [cellSchema]) },
  };
}

/** What stands in many places is written once. */
function toJson(schema: z.ZodType, inline: readonly unknown[] = []): Json {
  const json = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const name = zodSchema === priorSchema ? "prior" : zodSchema === cellSchema ? "cells" : undefined;
      if (name === undefined || inline.includes(zodSchema)) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
      jsonSchema.$ref = `#/$defs/${name}`;
    },
  }) as Json;
  if (inline.length > 0) delete json["$schema"];
  return json;
}

/** One form per distribution with its own parameters, and the two forms of a belief. */
function priorJson(): Json {
  const number = { type: "number" };
  const form = (title: string, names: Json, required: readonly string[]): Json => ({
    ...{ title, type: "object", properties: names, required: ["distribution", ...required] },
    additionalProperties: false,
  });
  const own = Object.keys(distributions).map((kind) => {
    const { parameters } = distributionOf(kind);
    const described = Object.entries(parameters).map(([name, { meaning, support }]) => [
      name,
      { ...number, description: `${meaning}, ${support.range}` },
    ]);
    const properties = { distribution: { const: kind }, ...Object.fromEntries(described) } as Json;
    return form(kind, properties, Object.keys(parameters));
  });
  const { bySpread, byInterval } = elicitedKinds;
  const mean = { ...number, description: "expected value of the quantity itself" };
  const sd = { ...number, description: "standard deviation of the quantity itself" };
  const probability = {
    ...number,
    description: "that the quantity lies between both",
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
  };
  return {
    description:
      "What is believed beforehand: a distribution with its parameters, or a mean and sd, or an interval.",
    anyOf: [
      ...own,
      form("by mean and sd", { distribution: { enum: bySpread }, mean, sd }, ["mean"]),
      form("by interval", { distribution: { enum: byInterval }, low: number, high: number, probability }, [
        ...["low", "high", "probability"],
      ]),
    ],
  };
}

/** Writes descriptions to the properties at their paths; a choice between forms is searched in each. */
function describe(schema: Json, descriptions: Readonly<Record<string, string>>): void {
  for (const [path, description] of Object.entries(descriptions)) {
    const found = propertiesAt(schema, path.split("."));
    if (found.length === 0)
      throw new Error(`configurationJsonSchema: "${path}" must be in the schema, got no such key.`);
    for (const property of found) property["description"] = description;
  }
}

function propertiesAt(schema: Json, path: readonly string[]): readonly Json[] {
  const [first, ...rest] = path;
  if (first === undefined) return [schema];
  const forms = [...((schema["anyOf"] ?? schema["oneOf"] ?? []) as Json[])];
  const inside = forms.flatMap((one) => propertiesAt(one, path));
  const items = schema["items"] === undefined ? [] : propertiesAt(schema["items"] as Json, path);
  const own = (schema["properties"] as Record<string, Json> | undefined)?.[first];
  const others = schema["additionalProperties"];
  const entry = first === "*" && typeof others === "object" && others !== null ? (others as Json) : undefined;
  const next = own ?? entry;
  return [...inside, ...items, ...(next === undefined ? [] : propertiesAt(next, rest))];
}
