/** What every noise is: a description, and what it leaves of the expected KPI. */

import type { RandomStream } from "@mmm/numerics";
import type { Kind } from "../description/kind.js";
import type { Panel } from "../panel/panel.js";
import type { NoiseTruth } from "./noise-truth.js";

/** What noise may look at. */
export interface NoiseContext {
  /** [cell × time] the KPI without noise. */
  readonly expected: Float64Array;
  /** [cell] KPI that standard deviations are shares of. */
  readonly levels: Float64Array;
  readonly panel: Panel;
  readonly stream: RandomStream;
}

/** The KPI with noise, and the truth about the noise. */
export interface NoisyKpi {
  /** [cell × time] */
  readonly kpi: Float64Array;
  readonly noise: NoiseTruth;
}

/** A kind of noise. */
export type NoiseKind<Noise> = Kind<Noise, NoiseContext, NoisyKpi>;
