/** What one chain is asked to do now: its settings, and where it goes on if it has run before. */
import type { Trace } from "../trace.js";
import type { ChainSettings } from "./chain-settings.js";

/** Plain data, so that it can travel to a worker. */
export interface ChainTask extends ChainSettings {
  /** What the chain has done so far; it goes on from there. */
  readonly from?: Trace;
  /** The chain also pauses whenever its transitions are a multiple of this, so that it can be saved there. */
  readonly saveEvery?: number;
}

/** The settings of a task, which stay the same however often the chain is interrupted. */
export function settingsOf(task: ChainTask): ChainSettings {
  const { from: _, saveEvery: __, ...settings } = task;
  return settings;
}
