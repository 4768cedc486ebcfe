/** A list short enough to read. */

/** The first three and how many more there are; `undefined` for none. */
export function quoteSome(labels: readonly string[]): string | undefined {
  if (labels.length === 0) return undefined;
  const shown = labels.slice(0, 3).join(", ");
  return labels.length <= 3 ? shown : `${shown} and ${labels.length - 3} more`;
}
