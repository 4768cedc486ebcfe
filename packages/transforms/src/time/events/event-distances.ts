/** Days between periods and an event, with their sign: what bumps are made of. */

/** Which days, and when the event was. */
export interface EventRequest {
  /** [time]  days since any fixed day. */
  readonly dayNumbers: Float64Array;
  /** First day of the event, counted from the same day. */
  readonly start: number;
  /** Its last day; the first when left out. */
  readonly end?: number;
}

/**
 * The days from an event to each period: negative before it, 0 while it lasts, positive after it.
 *
 * @param request  `dayNumbers` [time], `start`, `end`
 * @returns        [time] days
 * @throws {RangeError} when the event ends before it starts
 * @source pymclabs2026
 * @example
 * eventDistances({ dayNumbers: Float64Array.of(0, 7, 14, 21), start: 6, end: 8 }); // => [-6, 0, 6, 13]
 */
export function eventDistances({ dayNumbers, start, end = start }: EventRequest): Float64Array {
  if (!(end >= start)) {
    throw new RangeError(
      `eventDistances: end must not be before start, got ${start} to ${end}. Give the last day of the event.`,
    );
  }
  return dayNumbers.map((day) => (day < start ? day - start : Math.max(day - end, 0)));
}
