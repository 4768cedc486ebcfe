/** Objective: what is wanted of the distribution of outcomes over posterior draws, as a number with its gradient. */

import type { z } from "zod";

/** What a plan would bring by every draw, and what it is held against. */
export interface OutcomeDistribution {
  /** [draw] incremental outcome of the plan. */
  readonly outcome: Float64Array;
  /** [draw] that of today's plan. */
  readonly today: Float64Array;
  /** [draw] that of the plan that is best by this draw alone; there where the objective has `needsBest`. */
  readonly best: Float64Array;
  /** Money of the plan, and of today's. */
  readonly spend: number;
  readonly spendToday: number;
  /** A fixed size of outcomes, for objectives that smooth a corner: the standard deviation of today's, > 0. */
  readonly scale: number;
}

/** The value of an objective, and what one more unit of money changes of it where it counts money itself. */
export interface ObjectiveValue {
  readonly value: number;
  readonly perSpend: number;
}

/** Something to maximize. */
export interface Objective {
  /** One line for people. */
  readonly about: string;
  /**
   * How the value depends on the outcomes: `"linear"`, `"concave"` or `"other"`. The first two come with a certificate; a
   * wrong claim makes it wrong.
   */
  readonly shape: "linear" | "concave" | "other";
  /** Whether the value is counted like the outcome, so that targets of ROI and outcome can be held against it. */
  readonly inOutcomeUnits: boolean;
  /** Whether `best` is read, which costs one optimization per draw. */
  readonly needsBest?: boolean;
  /** The value, and in `slope` [draw] ∂value / ∂outcome, overwritten. */
  readonly evaluate: (distribution: OutcomeDistribution, slope: Float64Array) => ObjectiveValue;
}

/** A kind of objective: its parameters, checked by a schema, and how it is made of them. */
export interface ObjectiveKind<P = Readonly<Record<string, number>>> {
  readonly about: string;
  readonly parameters: z.ZodType<P>;
  readonly make: (parameters: P) => Objective;
}
