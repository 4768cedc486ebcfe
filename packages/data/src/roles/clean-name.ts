/** One spelling for a name: headers and roles meet in it. */

/**
 * The name without spaces around it and with single spaces inside, so that it is one line of text.
 *
 * @param text  a name as somebody wrote it
 * @returns     the name as a data set has it
 * @example
 * cleanName("  tv\n spend "); // => "tv spend"
 */
export function cleanName(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
