/** The best allocation among those in equal steps: exact whatever the curves look like, so that no local optimum holds it. */

/**
 * Chooses for every channel a number of steps, together `steps`, so that the sum of their values is largest; by dynamic
 * programming over channels and steps used.
 *
 *     best[c, n] = max_k value[c, k] + best[c − 1, n − k]
 *
 * @param values  [channel] → [k] value of k = 0, 1, … steps; a channel takes no more than it has values for
 * @param steps   to be given out; no more than all channels can take
 * @returns       [channel] steps
 */
export function allocateInSteps(values: readonly Float64Array[], steps: number): readonly number[] {
  let best = new Float64Array(steps + 1).fill(-Infinity);
  best[0] = 0;
  const choices: Int32Array[] = [];
  for (const own of values) {
    const next = new Float64Array(steps + 1).fill(-Infinity);
    const choice = new Int32Array(steps + 1);
    for (let used = 0; used <= steps; used++) {
      for (let k = 0; k < own.length && k <= used; k++) {
        const value = best[used - k]! + own[k]!;
        if (value <= next[used]!) continue;
        next[used] = value;
        choice[used] = k;
      }
    }
    best = next;
    choices.push(choice);
  }
  const taken: number[] = [];
  let left = steps;
  for (const choice of choices.toReversed()) {
    taken.push(choice[left]!);
    left -= choice[left]!;
  }
  return taken.toReversed();
}
