/** What one chain is to do: plain data, so that it can travel to a worker. */

/** The settings of one chain, checked and with every default written in. */
export interface ChainSettings {
  /** From 0; the chain's random stream is (seed, "chain", chain). */
  readonly chain: number;
  readonly seed: number | string;
  readonly warmup: number;
  readonly draws: number;
  readonly targetAcceptance: number;
  readonly maxTreeDepth: number;
  readonly keepWarmup: boolean;
  readonly initialPosition?: Float64Array;
}
