/** A number so small that it changes nothing but 0. */

/**
 * Added before a logarithm or a reciprocal of something that may be 0: above 1e-284 the sum is the same number, and at 0
 * the result is finite, so that 0 · log 0 is the limit 0 and not NaN.
 */
export const tiny = 1e-300;
