/** How a value is shown inside a message: text in quotes and cut, numbers short, structures by their kind. */

const LONGEST_TEXT = 60;

/**
 * Shows any value inside a message, so that the reader recognises it: text in quotes (cut after 60 characters), numbers bare,
 * structures by kind and size.
 *
 * @param value  anything
 * @returns      a short text on one line
 * @example
 * showValue("hil"); // => '"hil"'
 * showValue(undefined); // => "nothing"
 * showValue([1, 2, 3]); // => "a list of 3"
 */
export function showValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return showText(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "boolean" || value === null) return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** A computed number with at most six significant digits: enough to recognise it, short enough to read. */
export function showNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function showText(text: string): string {
  const letters = [...text];
  return JSON.stringify(
    letters.length <= LONGEST_TEXT ? text : `${letters.slice(0, LONGEST_TEXT).join("")}…`,
  );
}
