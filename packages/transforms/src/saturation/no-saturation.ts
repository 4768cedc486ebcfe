/** No saturation: every further unit of media brings as much as the first. */

import { defineTransform } from "../define-transform.js";

/**
 * No saturation: the effect is proportional to the media.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  none
 * @returns           the same numbers
 * @throws {RangeError} when media is negative
 * @example
 * noSaturation(Float64Array.of(0, 2, 6), {}); // => [0, 2, 6]
 */
export const noSaturation = defineTransform<never, Record<never, never>>({
  kind: "none",
  title: "no saturation",
  parameters: {},
  settings: {},
  nonNegative: true,
  rule: (x) => x,
});
