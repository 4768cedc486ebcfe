/** Counts that callers give to bases of time. */

/** @throws {RangeError} when a count is not a whole number from `least` on */
export function checkWholeNumber(place: string, value: number, least: number, advice: string): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(`${place} must be a whole number ≥ ${least}, got ${value}. ${advice}`);
}
