/** Backend: one arena of doubles and the kernels that work in it. */

export interface Backend {
  readonly name: "wasm" | "twin";
  /** A view of `length` elements from element offset `offset` of the arena; it stays valid. */
  view(offset: number, length: number): Float64Array;
  /** Loads records with element offsets, as `kernelTable` describes them; the result runs those in [from, to). */
  load(records: Int32Array): (from: number, to: number) => void;
}
