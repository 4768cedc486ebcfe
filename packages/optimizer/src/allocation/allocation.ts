/** Allocation: the advice, and everything that says how far it may be trusted. */

import type { Estimate } from "@mmm/model";
import type { Plan } from "../decision/plan.js";
import type { Conflict } from "../problem/find-plan.js";
import type { Certificate, SolverSettings } from "../solve/solution.js";
import type { ChannelInformation } from "./value-of-information.js";

/** What is advised for one channel, over all cells or in one. */
export interface AllocationRow {
  readonly channel: string;
  /** Absent: all cells. */
  readonly cell?: string;
  /** Money over the window. */
  readonly spendToday: number;
  readonly spend: number;
  /** Incremental outcome over the window and after it. */
  readonly outcomeToday: Estimate;
  readonly outcome: Estimate;
  /** Outcome per money; absent where nothing is spent. */
  readonly roiToday?: Estimate;
  readonly roi?: Estimate;
  /** Outcome of one more unit of money, spread over periods like the plan's. */
  readonly marginalRoiToday: Estimate;
  readonly marginalRoi: Estimate;
  /** Where single draws would put the money: a central interval and the median. Absent, as the next two, where no draw was asked. */
  readonly optimum?: { readonly low: number; readonly median: number; readonly high: number };
  /** Share of draws by which the optimum is above today's spend. */
  readonly probabilityOfRaise?: number;
  /**
   * Whether the draws agree on the direction: `"raise"` or `"cut"` where the interval of the optimum lies beyond today's spend and the
   * advice goes there, otherwise `"unsettled"`: the data can not tell whether to move. Frozen money is `"frozen"`.
   */
  readonly direction?: "raise" | "cut" | "unsettled" | "frozen";
  /** Probability that the move earns more here than its money does at the plan's margin, on average; 0.5 without a move. */
  readonly probabilityMoveHelps: number;
  /** Largest spend of a period, as a multiple of the largest in the data; there where it is above 1. */
  readonly extrapolation?: number;
}

/** Expected outcome that a plan falls short of what could be had, if the truth were known. */
export interface Regrets {
  readonly today: number;
  readonly plan: number;
}

/** The best plan of a budget problem. */
export interface Allocation {
  readonly kind: "allocated";
  readonly plan: Plan;
  readonly today: Plan;
  /** What outcome is counted in. */
  readonly unit: "money" | "KPI";
  readonly spend: number;
  readonly spendToday: number;
  /** Objective in words, and its values. */
  readonly objective: { readonly about: string; readonly value: number; readonly today: number };
  readonly outcomeToday: Estimate;
  readonly outcome: Estimate;
  /** Outcome of the plan less that of today's. */
  readonly lift: Estimate;
  readonly probabilityOfImprovement: number;
  /** Value of one more unit of budget; less than the target of a flexible budget only at its upper end. */
  readonly marginalReturn: number;
  /** Whether a flexible budget ended because there was no more: the best one may lie beyond. */
  readonly isAtUpperEnd: boolean;
  /** Over all cells, one row per channel. */
  readonly channels: readonly AllocationRow[];
  /** One row per channel and cell; empty where there is one cell. */
  readonly cells: readonly AllocationRow[];
  /** Absent, as `information`, where no draw was optimized by itself. */
  readonly regret?: Regrets;
  readonly information?: {
    /** Expected gain from knowing every response exactly: the regret of the best plan by the mean. */
    readonly perfect: number;
    /** See `valueOfInformation`; empty where flighting is optimized. */
    readonly channels: readonly ChannelInformation[];
  };
  readonly solver: {
    readonly method: SolverSettings["method"];
    /** `"optimal"`: first-order conditions hold; `"feasible"`: the search ended before, and the gap says how far off it may be. */
    readonly status: "optimal" | "feasible";
    /** What a move that is still allowed would gain, per budget, as a share of today's outcome. */
    readonly residual: number;
    /** The largest miss of a constraint, as a share of the budget. */
    readonly violation: number;
    readonly certificate: Certificate;
    readonly climbs: number;
    readonly passes: number;
  };
  readonly draws: number;
  /** Draws that were optimized by themselves. */
  readonly optimumDraws: number;
  /** Probability of the intervals. */
  readonly interval: number;
}

/** Limits that leave no plan. */
export interface Infeasible {
  readonly kind: "infeasible";
  readonly conflict: Conflict;
}
