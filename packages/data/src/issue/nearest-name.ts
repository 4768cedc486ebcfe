/** The name that was probably meant: for "Did you mean …?" in messages. */

/**
 * The candidate most like `name`, or nothing when none is like it. Likeness is the number of inserted, dropped, changed or
 * swapped neighbouring letters (optimal string alignment), capital or not; at most a third of the longer name, plus one, may
 * differ, and some letter must agree.
 *
 * @param name        what was written
 * @param candidates  the names that exist
 * @returns           the nearest candidate (the first of equals), or `undefined`
 * @example
 * nearestName("hil", ["logistic", "hill"]); // => "hill"
 * nearestName("tv", ["radio", "print"]); // => undefined
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    const longer = Math.max(name.length, candidate.length);
    if (distance < least && distance <= Math.floor(longer / 3) + 1 && distance < longer) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

/**
 * The advice for an unknown name: the nearest name as a question, or another advice when nothing is near.
 *
 * @param name        what was written
 * @param candidates  the names that exist
 * @param otherwise   the whole sentence to use when no candidate is near
 * @returns           one sentence, for `advice` of `makeIssue`
 * @example
 * didYouMean("hil", ["hill", "logistic"], "Choose one of them."); // => 'Did you mean "hill"?'
 * didYouMean("spline", ["hill", "logistic"], "Choose one of them."); // => "Choose one of them."
 */
export function didYouMean(name: string, candidates: readonly string[], otherwise: string): string {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;
}

/** Optimal string alignment distance, by rows of the usual table. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
