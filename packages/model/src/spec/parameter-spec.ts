/** ParameterSpec: a parameter that is learned from a prior, or held at a number. */

import type { Prior } from "@mmm/distributions";

/** A parameter that is learned from a prior, or fixed at a number. */
export type ParameterSpec = Prior | number;
