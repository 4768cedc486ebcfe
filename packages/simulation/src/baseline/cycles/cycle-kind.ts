/** What every seasonality is: a description, and the waves or days that it is made of. */

import type { Kind } from "../../description/kind.js";

/** One wave of a cycle. */
export interface Harmonic {
  readonly cycleDays: number;
  /** In each cycle. */
  readonly waves: number;
  /** Height above the middle, as a share of the baseline. */
  readonly amplitude: number;
  /** A day on which it stands highest, counted from 1970-01-01. */
  readonly peakDay: number;
}

/** A cycle in parts. */
export interface CycleParts {
  readonly harmonics: readonly Harmonic[];
  /** Shares of the baseline by which the days of the week differ from its mean, Monday first; absent where they do not. */
  readonly weekdays?: readonly number[];
}

/** A kind of seasonality. */
export type CycleKind<Cycle> = Kind<Cycle, null, CycleParts>;
