/** What every spend pattern is: a description, and the shape over time that follows from it. */

import type { Kind } from "../description/kind.js";
import type { ShapeContext } from "./spend-context.js";

/** Log-scale scatter of every period's spend, whatever the pattern: about its coefficient of variation. */
export interface AnyPattern {
  readonly variation: number;
}

/** A spend pattern; its shape is [time] ≥ 0, of any size. */
export type SpendPatternKind<Pattern> = Kind<Pattern, ShapeContext, Float64Array>;
