/** Levels that need no names of their own. */

/** `"geo 01"`, `"geo 02"`, …: numbers of equal length, so that the order of the alphabet is theirs. */
export function numberedLevels(noun: string, count: number): readonly string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, k) => `${noun} ${String(k + 1).padStart(digits, "0")}`);
}
