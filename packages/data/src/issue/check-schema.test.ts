import { expect, test } from "vitest";
import { z } from "zod";
import { checkSchema } from "./check-schema.js";

const saturation = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hill"), slope: z.number().min(0).max(10) }),
  z.strictObject({ kind: z.literal("logistic"), steps: z.int().optional() }),
]);
const schema = z.strictObject({
  name: z.string().min(1),
  media: z.record(z.string(), z.strictObject({ saturation })).optional(),
  noise: z.enum(["normal", "student"]).default("normal"),
  dates: z.array(z.string()).min(2).optional(),
  size: z.number().gt(0).lt(5).optional(),
  scale: z.union([z.literal("max"), z.number()]).optional(),
  prior: z.union([z.string(), z.strictObject({ mean: z.number(), sd: z.number() })]).optional(),
  ends: z
    .number()
    .refine((value) => value % 2 === 0, { message: "must be even", params: { advice: "Add one." } })
    .optional(),
  code: z.string().regex(/^a/).optional(),
});

function messagesOf(input: unknown): readonly string[] {
  return checkSchema(schema, input, { code: "spec" }).map(({ code, message }) => `${code} ${message}`);
}

test("a value that fits has no issues", () => {
  expect(messagesOf({ name: "a", media: { tv: { saturation: { kind: "hill", slope: 1 } } } })).toEqual([]);
});

test("unknown keys come with the known ones and the nearest", () => {
  expect(messagesOf({ name: "a", nois: "normal", zz: 1 })).toEqual([
    'spec.unknown-key nois: must be a known key, got "nois" (name, media, noise, dates, size, scale, prior, ends, code). Did you mean "noise"?',
    'spec.unknown-key zz: must be a known key, got "zz" (name, media, noise, dates, size, scale, prior, ends, code). Remove it.',
  ]);
});

test("unknown keys are found inside records and unions", () => {
  const media = { tv: { saturation: { kind: "hill", slope: 1, slop: 2 } } };
  expect(messagesOf({ name: "a", media, prior: { mean: 1, sd: 1, sdd: 2 } })).toEqual([
    'spec.unknown-key media.tv.saturation.slop: must be a known key, got "slop" (kind, slope). Did you mean "slope"?',
    'spec.unknown-key prior.sdd: must be a known key, got "sdd" (mean, sd). Did you mean "sd"?',
  ]);
});

test("an unknown kind comes with the kinds there are", () => {
  expect(messagesOf({ name: "a", noise: "norml", media: { tv: { saturation: { kind: "hil" } } } })).toEqual([
    'spec.not-allowed media.tv.saturation.kind: must be one of the allowed values, got "hil" (hill, logistic). Did you mean "hill"?',
    'spec.not-allowed noise: must be one of the allowed values, got "norml" (normal, student). Did you mean "normal"?',
  ]);
  expect(messagesOf({ name: "a", noise: 5 })).toEqual([
    "spec.not-allowed noise: must be one of the allowed values, got 5 (normal, student). Choose one of them.",
  ]);
});

test("missing keys, wrong types and values out of range are told with what is wanted", () => {
  expect(messagesOf({ dates: ["a"], size: 0 })).toEqual([
    "spec.missing-key name: must be given as text, got nothing. Add the key.",
    "spec.out-of-range dates: must be ≥ 2 entries long, got a list of 1. Change the value.",
    "spec.out-of-range size: must be > 0, got 0. Change the value.",
  ]);
  const media = { tv: { saturation: { kind: "logistic", steps: 1.5 } }, radio: 3 };
  expect(messagesOf({ name: "", dates: [], size: 5, media })).toEqual([
    'spec.out-of-range name: must not be empty, got "". Fill it in.',
    "spec.wrong-type media.tv.saturation.steps: must be a whole number, got 1.5. Change the value.",
    "spec.wrong-type media.radio: must be an object, got 3. Change the value.",
    "spec.out-of-range dates: must not be empty, got a list of 0. Fill it in.",
    "spec.out-of-range size: must be < 5, got 5. Change the value.",
  ]);
});

test("a value of no option's kind is told all kinds", () => {
  expect(messagesOf({ name: "a", prior: 5, scale: "mx" })).toEqual([
    'spec.wrong-type scale: must be "max" or a number, got "mx". Change the value.',
    "spec.wrong-type prior: must be text or an object, got 5. Change the value.",
  ]);
  expect(messagesOf(undefined)).toEqual([
    "spec.missing-key document: must be given as an object, got nothing. Add the key.",
  ]);
});

test("a refinement speaks for itself", () => {
  expect(messagesOf({ name: "a", ends: 3, code: "b" })).toEqual([
    "spec.invalid ends: must be even, got 3. Add one.",
    'spec.invalid code: must be valid: Invalid string: must match pattern /^a/, got "b". Change the value.',
  ]);
});

test("the root, the file and the line of a path become the place", () => {
  const locate = (path: readonly (string | number)[]) =>
    path[0] === "dates" ? { line: 7, column: 3 } : undefined;
  const source = { code: "spec", file: "m.yaml", root: "model", locate };
  expect(checkSchema(schema, { name: "a", dates: ["a", 5] }, source)).toEqual([
    {
      code: "spec.wrong-type",
      severity: "error",
      place: { file: "m.yaml", line: 7, column: 3, path: "model.dates[1]" },
      message: "m.yaml, line 7, column 3, model.dates[1]: must be text, got 5. Change the value.",
    },
  ]);
});
