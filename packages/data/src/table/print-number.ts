/** From a double to the shortest decimal that reads back to the same double. */

/** `String` drops the sign of −0, which is a bit too. */
export function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
