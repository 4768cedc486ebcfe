/** Where a chain stands between two transitions: with its trace, all that it needs to go on with the same bits. */
import type { ChainSettings } from "./chain-settings.js";

/** Plain data: it survives `structuredClone`, `postMessage` and `v8.serialize`; JSON would lose the typed arrays and NaN. */
export interface ResumePoint {
  /** Changes when older points cannot be read any more. */
  readonly format: 1;
  readonly settings: ChainSettings;
  /** Of the chain's random stream. */
  readonly stream: readonly number[];
  /** The last draw, as the next trajectory needs it. */
  readonly point: {
    readonly position: Float64Array;
    readonly gradient: Float64Array;
    readonly whitened: Float64Array;
    readonly force: Float64Array;
    readonly logDensity: number;
  };
  /** The metric and, while warm-up lasts, its estimators; their form is the sampler's own business. */
  readonly learned: unknown;
  /** Consecutive transitions of warm-up without a move. */
  readonly idle: number;
  /** Whether the chain was stuck once and started anew. */
  readonly restarted: boolean;
}
