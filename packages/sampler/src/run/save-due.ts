/** When a pausing chain is to be saved. */
import type { Progress } from "../chain/progress.js";

/** Says of each report of one chain whether `every` transitions have passed since it last said so. */
export function saveDue(every: number | undefined): (progress: Progress) => boolean {
  let last: number | undefined;
  return ({ done, total }) => {
    if (every === undefined || done === total) return false; // its end is saved in any case
    last ??= done;
    const due = Math.floor(done / every) > Math.floor(last / every);
    if (due) last = done;
    return due;
  };
}
