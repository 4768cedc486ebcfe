/** The shape of a budget over time, before its size: the table of all patterns. */

import type { SpendPattern } from "../description/market-description.js";
import { continuousShape } from "./continuous-shape.js";
import { demandShape } from "./demand-shape.js";
import { eventsShape } from "./events-shape.js";
import { flightsShape } from "./flights-shape.js";
import { seasonalShape } from "./seasonal-shape.js";
import type { ShapeContext } from "./spend-context.js";

/** [time] ≥ 0, of any size. */
type Shape<Kind extends SpendPattern["kind"]> = (
  pattern: Extract<SpendPattern, { readonly kind: Kind }>,
  context: ShapeContext,
) => Float64Array;

/** Every pattern by kind; a new kind without a shape does not compile. */
const shapes: { readonly [Kind in SpendPattern["kind"]]: Shape<Kind> } = {
  continuous: continuousShape,
  flights: flightsShape,
  seasonal: seasonalShape,
  events: eventsShape,
  "demand-following": demandShape,
};

/** The shape of a pattern: [time] ≥ 0, of any size. */
export function spendShape<Kind extends SpendPattern["kind"]>(
  pattern: Extract<SpendPattern, { readonly kind: Kind }>,
  context: ShapeContext,
): Float64Array {
  const shape: Shape<Kind> = shapes[pattern.kind as Kind];
  return shape(pattern, context);
}
