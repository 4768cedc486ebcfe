/** JSON as commands print it. */

/**
 * Plain data as indented JSON for another program: typed arrays are lists, numbers that do not exist (NaN, infinite) are
 * `null`, and no character is left that a terminal would obey.
 */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (isNumbers(part) ? Array.from(part) : part), 2);
  return text.replace(/[\u007f-\u009f]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
}

function isNumbers(value: unknown): value is Float64Array | Int32Array | Uint8Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
