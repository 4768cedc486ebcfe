/** The schema of a panel as people write it, with the defaults that complete it. */

import { z } from "zod";
import { field } from "../description/field.js";
import { numberedLevels } from "./numbered-levels.js";
import type { CellScatter } from "./panel-description.js";

/** Cells that are no different. */
const alike: CellScatter = {
  ...{ spend: 0, baseline: 0, trend: 0, seasonality: 0, controls: 0 },
  ...{ effects: 0, adstock: 0, saturation: 0, noise: 0 },
};

/**
 * Regions of one country differ by some tens of per cent in what they buy and in how media works there; carry-over and
 * saturation per head are habits of people, which differ less than data could tell.
 */
const regions: CellScatter = {
  ...alike,
  ...{ spend: 0.2, baseline: 0.15, trend: 0.03, seasonality: 0.2, controls: 0.2, effects: 0.25 },
};

/** Standard deviations by quantity; what is left out stays at `usual`. */
function scatterSchema(usual: CellScatter): z.ZodPrefault<z.ZodType<CellScatter, Partial<CellScatter>>> {
  const shape = Object.fromEntries(
    Object.entries(usual).map(([quantity, sd]: [string, number]) => [
      quantity,
      field.notNegative.default(sd),
    ]),
  );
  // The shape has the keys of `CellScatter`, which its type no longer tells.
  return (z.strictObject(shape) as unknown as z.ZodType<CellScatter, Partial<CellScatter>>).prefault({});
}

const level = field.name.refine((text) => !text.includes(" × "), {
  message: "must not hold ' × ', which stands between the levels of a cell's name",
  params: { advice: "Write another sign." },
});

const levels = z
  .array(level)
  .min(1)
  .refine((names) => new Set(names).size === names.length, {
    message: "must be levels that differ",
    params: { advice: "Leave out what stands twice." },
  });

/** Levels may be given as a number; then they have numbers for names. */
const dimension = z
  .strictObject({
    name: field.name,
    levels: z.union([levels, z.int().min(1)]),
    scatter: scatterSchema(regions),
  })
  .transform(({ levels: given, ...rest }) => ({
    ...rest,
    levels: typeof given === "number" ? numberedLevels(rest.name, given) : given,
  }));

const populationName = field.name.default("population");

const population = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("given"),
    name: populationName,
    values: z.array(field.positive).min(1),
  }),
  z.strictObject({
    kind: z.literal("log-normal"),
    name: populationName,
    median: field.positive.default(1_000_000),
    // The largest of twenty regions then has about five times the people of the median one, as in most countries.
    variation: field.notNegative.default(0.8),
  }),
]);

/** The whole panel. */
export const panelSchema = z
  .strictObject({
    dimensions: z.array(dimension).min(1),
    population: population.prefault({ kind: "log-normal" }),
    // Local teams spend a plan within some tens of per cent; a panel needs that to tell more than its total does.
    variation: field.notNegative.default(0.15),
    scatter: scatterSchema(alike),
  })
  .superRefine(({ dimensions, population: people }, context) => {
    const cells = dimensions.reduce((count, { levels }) => count * levels.length, 1);
    if (people.kind !== "given" || people.values.length === cells) return;
    context.addIssue({
      code: "custom",
      path: ["population", "values"],
      input: people.values,
      message: `must hold ${cells} numbers, one for each cell`,
      params: { advice: "Give one for each combination of levels, the last dimension fastest." },
    });
  });
