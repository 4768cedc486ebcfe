/** The names of the presets, apart from what they say, which needs the type of a spec. */

/** `"meridian"`: Google's Meridian 1.8; `"pymc-marketing"`: PyMC-Marketing's MMM 1.0. */
export const presetNames = ["meridian", "pymc-marketing"] as const;
