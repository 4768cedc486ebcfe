/** CellSpec: how a parameter varies over the cells of a panel. */

import type { Prior } from "@mmm/distributions";
import { z } from "zod";
import { defaultPriors } from "./default-priors.js";
import { priorSchema } from "./prior-schema.js";

/**
 * How the deviations of a pooled parameter are sampled: as they stand (`"centred"`, good where the data of a cell know its
 * value), in units of their spread (`"non-centred"`, good where they do not), or as the data suggest (`"auto"`).
 */
export type Centring = "auto" | "centred" | "non-centred";

/** A parameter that has a value of its own in every cell, drawn around a common one. */
export interface PooledCells {
  readonly pooling: "pooled";
  /**
   * What the deviations belong to: dimensions of the panel by name, and `"cell"` for the cells themselves. Several add up:
   * `["brand", "region"]` are crossed effects, `["brand", "cell"]` nested ones. `"auto"`: of media effects and transforms
   * every dimension and, where there are several, the cells; of other coefficients the cells.
   */
  readonly by: "auto" | readonly string[];
  /** Standard deviation of the deviations; of positive parameters on the log scale, of shares on the logit scale. */
  readonly spread: Prior;
  readonly centring: Centring;
}

/** One value for all cells, one around a common value, or one per cell that knows nothing of the others. */
export type CellSpec = { readonly pooling: "shared" } | { readonly pooling: "separate" } | PooledCells;

const poolings = ["shared", "pooled", "separate"] as const;

/** What users may write: a word, or an object with what shall differ from the defaults. */
export const cellSchema = z.union([
  z.enum(poolings),
  z.discriminatedUnion("pooling", [
    z.strictObject({ pooling: z.literal("shared") }),
    z.strictObject({ pooling: z.literal("separate") }),
    z.strictObject({
      pooling: z.literal("pooled"),
      by: z.union([z.literal("auto"), z.array(z.string()).min(1)]).optional(),
      spread: priorSchema.optional(),
      centring: z.enum(["auto", "centred", "non-centred"]).optional(),
    }),
  ]),
]);

/** How users may speak of cells. */
export type CellInput = z.input<typeof cellSchema>;

/** Writes every default into what a user said of the cells; `spread` is that of the parameter in question. */
export function completeCells(
  given: CellInput | undefined,
  usual: (typeof poolings)[number],
  spread: Prior = defaultPriors.spread.prior,
): CellSpec {
  const input = typeof given === "object" ? given : { pooling: given ?? usual };
  if (input.pooling !== "pooled") return { pooling: input.pooling };
  const pooled = input as Exclude<CellInput, string> & { readonly pooling: "pooled" };
  return {
    pooling: "pooled",
    by: pooled.by ?? "auto",
    spread: (pooled.spread as Prior | undefined) ?? spread,
    centring: pooled.centring ?? "auto",
  };
}
