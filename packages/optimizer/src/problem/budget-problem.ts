/** BudgetProblem: how much may be spent, what is wanted, and what must hold, all by name; every default written in. */

/** How much money there is. Without numbers of its own, a budget is a share of what is spent today. */
export type Budget =
  /** Spend exactly this much. */
  | { readonly kind: "fixed"; readonly total: Amount }
  /** Spend what the objective says between two amounts; only an objective that counts money (profit) ends before the upper one. */
  | { readonly kind: "between"; readonly from: Amount; readonly to: Amount }
  /** As much outcome as can be had while outcome / spend is at least `roi`. */
  | { readonly kind: "target-roi"; readonly roi: number; readonly from: Amount; readonly to: Amount }
  /** Spend until one more unit of money would bring less than `roi`. */
  | { readonly kind: "target-marginal-roi"; readonly roi: number; readonly from: Amount; readonly to: Amount }
  /** The least money that brings `outcome`. */
  | { readonly kind: "target-outcome"; readonly outcome: number; readonly from: Amount; readonly to: Amount };

/** An amount of money: itself, or a factor on today's total. */
export type Amount = number | { readonly timesToday: number };

/** Something that must hold for the spend of some channels, cells and periods together. */
export interface Limit {
  /** How messages call it. */
  readonly name: string;
  /** Names of channels; absent: all. */
  readonly channels?: readonly string[];
  readonly cells?: readonly string[];
  readonly periods?: readonly string[];
  /** Whether it holds for the sum of what it names, or for each channel, cell or period of it by itself. */
  readonly each: readonly ("channel" | "cell" | "period")[];
  /** Money over the window. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Share of the whole budget, 0 … 1. */
  readonly shareAtLeast?: number;
  readonly shareAtMost?: number;
  /** Change against today's spend of the same selection: −0.2 is 20 % less. */
  readonly changeAtLeast?: number;
  readonly changeAtMost?: number;
  /** Every single spend stays as it is today. */
  readonly frozen: boolean;
  /** Spend nothing, or at least this much. */
  readonly minimumWhenOn?: number;
  /** Each period gets at least, and at most, this share of what the selection spends over the window. */
  readonly periodShareAtLeast?: number;
  readonly periodShareAtMost?: number;
}

/** How spend is spread over the periods of the window. */
export type Flighting =
  /** As today, channel by channel and cell by cell; evenly where nothing is spent today. */
  | { readonly kind: "today" }
  | { readonly kind: "even" }
  /** Weights per period by channel; others as today. */
  | { readonly kind: "given"; readonly weights: Readonly<Record<string, readonly number[]>> }
  /** Free: the optimizer chooses every period. */
  | { readonly kind: "optimized" };

/** What is wanted: the name of an objective and its parameters. */
export interface ObjectiveChoice {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A whole question to the optimizer. */
export interface BudgetProblem {
  readonly budget: Budget;
  readonly objective: ObjectiveChoice;
  readonly flighting: Flighting;
  readonly limits: readonly Limit[];
}
