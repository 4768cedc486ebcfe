/** Timing: whether cells do something at the same time. */

/** What cells share: one course for all, or one of the same kind for each. */
export type Timing = "together" | "apart";
