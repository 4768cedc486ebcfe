/** OptimizeOptions: how a budget is optimized, and how the answer is told. */

import type { SolveOptions } from "./question.js";

/** How a budget is optimized, and how the answer is told. */
export interface OptimizeOptions extends SolveOptions {
  /** Probability of the intervals. Default 0.9. */
  readonly interval?: number;
  /**
   * Draws that are optimized by themselves, evenly spaced. Default 200: their shares are known to 3 percentage points, which is
   * what "settled or not" needs. 0 leaves out everything that is about single draws (`optimum`, `regret`, `information`), for
   * who wants a plan and nothing else.
   */
  readonly optimumDraws?: number;
}
