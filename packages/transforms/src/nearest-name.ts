/** The name that was probably meant: for "Did you mean …?" in messages. */

/**
 * The candidate that differs from `name` in the fewest inserted, dropped or changed letters, or nothing when even the
 * nearest differs in more than a third of its letters plus one.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const distances = candidates.map((candidate) => editDistance(name.toLowerCase(), candidate.toLowerCase()));
  const least = Math.min(...distances);
  const nearest = candidates[distances.indexOf(least)];
  return nearest !== undefined && least <= Math.floor(nearest.length / 3) + 1 ? nearest : undefined;
}

/** Levenshtein's distance, one row of the usual table at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const letter of a) {
    const next = [row[0]! + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
