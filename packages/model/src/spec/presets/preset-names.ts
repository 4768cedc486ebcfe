/** The names of the presets, apart from what they say, which needs the type of a spec. */

/** `"meridian"`: Google's Meridian 2.1; `"pymc-marketing"`: PyMC-Marketing's MMM 0.19. */
export const presetNames = ["meridian", "pymc-marketing"] as const;
