import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IssueError } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { configurationJsonSchema } from "./configuration-json-schema.js";
import { parseConfiguration } from "./parse-configuration.js";
import { readYaml } from "./read-yaml.js";
import { presets } from "./presets/presets.js";

const schema = configurationJsonSchema();
const validator = z.fromJSONSchema(schema as never);
const accepts = (value: unknown): boolean => validator.safeParse(value).success;
const columns = {
  time: "week",
  kpi: "revenue",
  channels: ["tv", { name: "search", spend: "cost", exposure: "clicks" }],
};
const withEffect = (prior: unknown) => ({
  columns,
  model: { media: { default: { effect: { on: "roi", prior } } } },
});

it("is plain JSON that is small enough for an editor", () => {
  const text = JSON.stringify(schema);
  expect(JSON.parse(text)).toEqual(schema);
  expect(text.length).toBeLessThan(100_000);
});

describe("accepts what the parser accepts", () => {
  it.each([
    ["columns alone", { columns }],
    ["every preset", { columns, model: presets.meridian }],
    ["every preset", { columns, model: presets["pymc-marketing"] }],
    ["a prior by its parameters", withEffect({ distribution: "log-normal", logMean: 0, logSd: 1 })],
    ["a prior by mean and sd", withEffect({ distribution: "log-normal", mean: 2, sd: 1 })],
    ["a prior by interval", withEffect({ distribution: "gamma", low: 0.5, high: 4, probability: 0.9 })],
    ["cells", { columns, model: { controls: { default: { cells: { pooling: "pooled", by: ["geo"] } } } } }],
    [
      "transforms",
      {
        columns,
        model: {
          media: {
            only: { tv: { adstock: { kind: "weibull-pdf" }, saturation: { kind: "logistic", rate: 2 } } },
          },
        },
      },
    ],
  ])("%s", (_, value) => {
    expect(() => parseConfiguration(JSON.stringify(value), "a.json")).not.toThrow();
    expect(accepts(value)).toBe(true);
  });
});

const examples = fileURLToPath(new URL("../../../../examples", import.meta.url));
const configurations = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);

describe("accepts every example", () => {
  it("of which there are some", () => expect(configurations.length).toBeGreaterThan(3));
  it.each(configurations)("%s", (name) => {
    const { value } = readYaml(readFileSync(join(examples, name), "utf8"), name);
    expect(validator.safeParse(value).error).toBeUndefined();
  });
});

describe("refuses what the parser refuses", () => {
  it.each([
    ["no columns", { model: {} }],
    ["a misspelt key", { columns: { ...columns, chanels: [] } }],
    ["a misspelt model", { columns, modle: {} }],
    ["another trend", { columns, model: { trend: "up" } }],
    ["an unknown distribution", withEffect({ distribution: "log-norml", logMean: 0, logSd: 1 })],
    ["a parameter of another distribution", withEffect({ distribution: "log-normal", mu: 0, logSd: 1 })],
    ["a family that intervals do not fix", withEffect({ distribution: "cauchy", mean: 1, sd: 1 })],
    ["an unknown saturation", { columns, model: { media: { default: { saturation: { kind: "hil" } } } } }],
    ["an unknown preset", { columns, model: { preset: "robyn" } }],
  ])("%s", (_, value) => {
    expect(() => parseConfiguration(JSON.stringify(value), "a.json")).toThrow(IssueError);
    expect(accepts(value)).toBe(false);
  });
});

it("says what every key of columns and model means", () => {
  type Node = { readonly properties?: Readonly<Record<string, Node & { readonly description?: string }>> };
  const { properties } = schema as Node;
  for (const part of ["columns", "model"]) {
    const keys = Object.entries(properties![part]!.properties!);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter(([, { description }]) => description === undefined)).toEqual([]);
  }
});
