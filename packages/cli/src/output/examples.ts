/** Examples below the help of a command. */

/** A block of examples for `addHelpText`; every line can be typed as it stands. */
export function examples(...lines: readonly string[]): string {
  return ["", "Examples:", ...lines.map((line) => `  ${line}`)].join("\n");
}
