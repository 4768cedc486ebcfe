/** No adstock: media works in its own period alone. */

import { defineTransform } from "../define-transform.js";

/**
 * No carry-over: the media itself.
 *
 * @param x           [time] or [rows…, time]  media per period
 * @param parameters  none
 * @returns           the same numbers
 * @example
 * noAdstock(Float64Array.of(1, 0, 2), {}); // => [1, 0, 2]
 */
export const noAdstock = defineTransform<never, Record<never, never>>({
  kind: "none",
  title: "no adstock",
  parameters: {},
  settings: {},
  nonNegative: false,
  rule: (x) => x,
});
