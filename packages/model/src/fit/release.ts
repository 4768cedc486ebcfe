/** Which version of the packages this is; all share one. */

export const release = "0.1.0";
