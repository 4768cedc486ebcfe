/** The schema of a budget problem as users write it: everything may be left out, nothing may be misspelt. */

import { z } from "zod";
import { objectives, type ObjectiveName } from "../objective/objectives.js";

const money = z.number().min(0);
const share = z.number().min(0).max(1);
/** Spend can not fall by more than all of it. */
const change = z.number().min(-1);
const name = z.string().min(1);
const names = z.union([name, z.array(name).min(1)]);
const range = { from: money.optional(), to: money.optional() };

const budget = z.union([
  money,
  z.literal("today"),
  z.strictObject({ total: money }),
  z.strictObject({ change }),
  z.strictObject({ from: money, to: money }),
  z.strictObject({ targetRoi: z.number().positive(), ...range }),
  z.strictObject({ targetMarginalRoi: z.number().positive(), ...range }),
  z.strictObject({ targetOutcome: z.number().positive(), ...range }),
]);

const kinds = Object.keys(objectives) as [ObjectiveName, ...ObjectiveName[]];

const objective = z.union([z.enum(kinds), z.looseObject({ kind: z.enum(kinds) })]);

const limit = z
  .strictObject({
    name: name.optional(),
    channel: names.optional(),
    cell: names.optional(),
    period: names.optional(),
    each: z
      .union([z.enum(["channel", "cell", "period"]), z.array(z.enum(["channel", "cell", "period"]))])
      .optional(),
    atLeast: money.optional(),
    atMost: money.optional(),
    shareAtLeast: share.optional(),
    shareAtMost: share.optional(),
    changeAtLeast: change.optional(),
    changeAtMost: change.optional(),
    change: z.strictObject({ down: share, up: money }).optional(),
    frozen: z.literal(true).optional(),
    minimumWhenOn: z.number().positive().optional(),
    periodShareAtLeast: share.optional(),
    periodShareAtMost: share.optional(),
  })
  .refine(saysSomething, {
    message: "a limit must limit something",
    params: {
      advice: "Add atLeast, atMost, shareAtMost, change, frozen, minimumWhenOn or periodShareAtMost.",
    },
  });

function saysSomething(value: Readonly<Record<string, unknown>>): boolean {
  const selects = ["name", "channel", "cell", "period", "each"];
  return Object.keys(value).some((key) => !selects.includes(key) && value[key] !== undefined);
}

const flighting = z.union([z.enum(["today", "even", "optimized"]), z.record(name, z.array(money).min(1))]);

export const problemSchema = z.strictObject({
  budget: budget.optional(),
  objective: objective.optional(),
  flighting: flighting.optional(),
  limits: z.array(limit).optional(),
});

/** A budget problem as users write it: any part may be left out. */
export type BudgetProblemInput = z.input<typeof problemSchema>;
export type LimitInput = z.input<typeof limit>;
