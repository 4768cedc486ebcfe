/** Settings that all adstocks with a window of weights share. */

import type { TransformDefinition, TransformSetting } from "../transform.js";

/** Choices of an adstock with a window of weights. */
export interface WindowSettings {
  /** Number of periods that an effect lasts, the first included. */
  readonly window: number;
  /** Whether the weights sum to one; default `true`. */
  readonly normalize: boolean;
  /** Number of periods by which the window begins before the media; default 0. */
  readonly lead: number;
}

/** Whether weights sum to one. */
export const normalizeSetting: TransformSetting<boolean> = {
  meaning: "choice whether the weights sum to one",
  default: true,
  why: "the coefficient then is the effect of a steady flow of media, whatever the carry-over",
  range: "true or false",
  contains: (value) => typeof value === "boolean",
};

/** By how much effects come before their media. */
export const leadSetting: TransformSetting<number> = {
  meaning: "number of periods by which effects may come before their media",
  default: 0,
  why: "media works after it is seen; only what is announced (a launch, a price change) works before",
  range: "a whole number ≥ 0",
  contains: (value) => Number.isInteger(value) && Number(value) >= 0,
};

/** The three settings, with a default length of the window and its reason. */
export function windowSettings(
  window: number,
  why: string,
): { readonly [Name in keyof WindowSettings]: TransformSetting<WindowSettings[Name]> } {
  return {
    window: {
      meaning: "number of periods that an effect lasts, the first included",
      default: window,
      why,
      range: "a whole number ≥ 1",
      contains: (value) => Number.isInteger(value) && Number(value) >= 1,
    },
    normalize: normalizeSetting,
    lead: leadSetting,
  };
}

/** A window lies around its media, or after it: past the last of its periods nothing would work in its own period. */
export const refuseLongLead: NonNullable<TransformDefinition<never, WindowSettings>["refuse"]> = (
  _,
  { window, lead },
) =>
  lead < window
    ? undefined
    : `setting "lead" must be below the window (${window}), got ${lead}. Give a smaller lead, or a longer window.`;
