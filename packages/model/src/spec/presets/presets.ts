/** Presets: what other libraries believe, in our words, so that their users can move and we can be checked. */

import type { ModelSpecInput } from "../spec-schema.js";
import { meridianPreset } from "./meridian-preset.js";
import type { presetNames } from "./preset-names.js";
import { pymcMarketingPreset } from "./pymc-marketing-preset.js";

/** The spec that each preset stands for; what a user writes beside `preset` comes on top. */
export const presets: Readonly<Record<(typeof presetNames)[number], ModelSpecInput>> = {
  meridian: meridianPreset,
  "pymc-marketing": pymcMarketingPreset,
};
