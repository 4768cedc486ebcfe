/** Arena: gives out runs of one array of doubles, and takes back those that are read no more. */

/** Offsets and counts are elements. */
export interface Arena {
  /** A run that is never taken back. */
  readonly reserve: (count: number) => number;
  /** A run that may be one that was released. */
  readonly allocate: (count: number) => number;
  readonly release: (offset: number, count: number) => void;
  /** Elements given out so far, the released ones included. */
  readonly length: () => number;
}

/** Makes an arena; released runs of the same size are used again. */
export function makeArena(): Arena {
  let length = 0;
  const free = new Map<number, number[]>();
  // Even counts keep every buffer on a 16-byte border, the width of one SIMD register.
  const padded = (count: number): number => count + (count % 2);
  const reserve = (count: number): number => {
    const offset = length;
    length += padded(count);
    return offset;
  };
  return {
    reserve,
    allocate: (count) => free.get(padded(count))?.pop() ?? reserve(count),
    release: (offset, count) => {
      const size = padded(count);
      const offsets = free.get(size);
      if (offsets === undefined) free.set(size, [offset]);
      else offsets.push(offset);
    },
    length: () => length,
  };
}
