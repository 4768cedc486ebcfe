/** From a zod schema and a JSON or YAML value to issues in our own grammar: every fault at once, each with its path. */
import type { z } from "zod";
import { makeIssue, type Issue, type IssueParts, type Place } from "./issue.js";
import { didYouMean } from "./nearest-name.js";
import { keysAt, optionAt, valueAt, type Path } from "./value-at.js";
import { showValue } from "./show-value.js";

/** Where a checked value comes from, and how its issues are coded. */
export interface SchemaSource {
  /** First half of the codes: `spec` gives `spec.unknown-key`. */
  readonly code: string;
  /** File the value was read from, if any. */
  readonly file?: string | undefined;
  /** Name of the value, put before every path: `roles` gives `roles.channels[1].spend`. */
  readonly root?: string | undefined;
  /** Line and column (from 1) of a path in the file, when the reader of the file knows them. */
  readonly locate?:
    ((path: Path) => { readonly line: number; readonly column: number } | undefined) | undefined;
}

type ZodIssue = z.core.$ZodIssue;
type Fault = Pick<IssueParts, "rule" | "got" | "allowed" | "advice"> & { readonly name: string };

/**
 * Checks a value against a zod schema and returns all faults as issues; unknown keys of strict objects come with the nearest
 * known key. Codes are `<code>.unknown-key`, `.missing-key`, `.wrong-type`, `.not-allowed`, `.out-of-range` and `.invalid`; a
 * refinement's message is the rule, its `params.advice` the advice, and its `params.name` another code than `.invalid`.
 *
 * @param schema  a zod schema
 * @param input   any value, as parsed from JSON or YAML
 * @param source  code, file and name of the value
 * @returns       the issues; empty when `schema.parse(input)` succeeds
 * @example
 * const input = { time: "week", kpi: "revenue", channels: ["tv"], controle: ["price"] };
 * const issues = checkSchema(columnRolesSchema, input, { code: "roles" });
 * issues.map((issue) => issue.code); // => ["roles.unknown-key"]
 */
export function checkSchema(schema: z.ZodType, input: unknown, source: SchemaSource): readonly Issue[] {
  const result = schema.safeParse(input);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => issuesOf(schema, input, issue, [], source));
}

/** The issues of one zod issue; a union is answered by the option that was probably meant. */
function issuesOf(
  schema: z.core.$ZodType,
  input: unknown,
  issue: ZodIssue,
  prefix: Path,
  source: SchemaSource,
): readonly Issue[] {
  const path = issue.path as Path;
  const at = [...prefix, ...path];
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, input, path);
    return issue.keys.map((key) => issueAt(source, [...at, key], unknownKey(key, known)));
  }
  const value = valueAt(input, path);
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const option = optionAt(schema, input, path);
    if (option !== undefined) {
      const found = option.safeParse(value).error?.issues ?? [];
      return found.flatMap((inner) => issuesOf(option, value, inner, at, source));
    }
    return [issueAt(source, at, wrongType(issue.errors.flatMap(expectedKinds), value))];
  }
  return [issueAt(source, at, faultOf(issue, value))];
}

function issueAt(source: SchemaSource, path: Path, fault: Fault): Issue {
  const { name, ...words } = fault;
  return makeIssue({ code: `${source.code}.${name}`, place: placeAt(source, path), ...words });
}

/** The place of a path: `roles.channels[1].spend`, with the line and column of the file when they can be located. */
export function placeAt(source: SchemaSource, path: Path): Place {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  const named =
    source.root === undefined || source.root === "" ? text.replace(/^\./, "") : source.root + text;
  return { file: source.file, ...source.locate?.(path), path: named === "" ? "document" : named };
}

function unknownKey(key: string, known: readonly string[]): Fault {
  return {
    name: "unknown-key",
    rule: "must be a known key",
    got: showValue(key),
    allowed: known.join(", "),
    advice: didYouMean(key, known, "Remove it."),
  };
}

function faultOf(issue: ZodIssue, value: unknown): Fault {
  const got = showValue(value);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(expectedKinds([issue]), value);
    case "invalid_value":
      return notAllowed(issue.values, value);
    case "invalid_union":
      return notAllowed("options" in issue ? (issue.options ?? []) : [], value);
    case "too_small":
      return outOfRange(issue.origin, issue.inclusive === false ? ">" : "≥", issue.minimum, value);
    case "too_big":
      return outOfRange(issue.origin, issue.inclusive === false ? "<" : "≤", issue.maximum, value);
    case "custom":
      return {
        name: "invalid",
        rule: issue.message,
        got,
        advice: "Change the value.",
        ...wordsOf(issue.params),
      };
    default:
      return { name: "invalid", rule: `must be valid: ${issue.message}`, got, advice: "Change the value." };
  }
}

function wrongType(kinds: readonly string[], value: unknown): Fault {
  const wanted = [...new Set(kinds)].join(" or ");
  if (value === undefined) {
    return {
      name: "missing-key",
      rule: `must be given as ${wanted}`,
      got: "nothing",
      advice: "Add the key.",
    };
  }
  return {
    name: "wrong-type",
    rule: `must be ${wanted}`,
    got: showValue(value),
    advice: "Change the value.",
  };
}

function notAllowed(values: readonly unknown[], value: unknown): Fault {
  const names = values.map(String);
  const otherwise = "Choose one of them.";
  return {
    name: value === undefined ? "missing-key" : "not-allowed",
    rule: "must be one of the allowed values",
    got: showValue(value),
    allowed: names.join(", "),
    advice: typeof value === "string" ? didYouMean(value, names, otherwise) : otherwise,
  };
}

function outOfRange(origin: string, sign: string, bound: number | bigint, value: unknown): Fault {
  const size = typeof value === "string" || Array.isArray(value) ? value.length : value;
  const empty = size === 0 && (origin === "string" || origin === "array");
  if (empty)
    return { name: "out-of-range", rule: "must not be empty", got: showValue(value), advice: "Fill it in." };
  const unit = origin === "string" ? " characters long" : origin === "array" ? " entries long" : "";
  return {
    name: "out-of-range",
    rule: `must be ${sign} ${bound}${unit}`,
    got: showValue(value),
    advice: "Change the value.",
  };
}

/** A refinement may bring its own advice, and the name of a fault that it is a case of. */
function wordsOf(params: Record<string, unknown> = {}): Partial<Pick<Fault, "name" | "advice">> {
  const { name, advice } = params;
  return {
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof advice === "string" ? { advice } : {}),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function expectedKinds(issues: readonly ZodIssue[]): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.code === "invalid_type") return [KINDS[issue.expected] ?? issue.expected];
    return issue.code === "invalid_value" ? issue.values.map((value) => showValue(value)) : [];
  });
}
