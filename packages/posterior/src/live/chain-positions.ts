/** The draws of a chain that may still go on, as a sampler holds them. */

/** What a chain has drawn so far: draws × dimension. A trace of `@mmm/sampler` is one. */
export interface ChainPositions {
  readonly dimension: number;
  readonly draws: number;
  readonly positions: ArrayLike<number>;
}
