/** Reading a value of which nothing is known yet, so that faults between its parts show beside those of each part. */

/** The field of an object; `undefined` where there is none. */
export function readFieldLeniently(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The entries of a list; none where there is no list. */
export function readListLeniently(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
