/** The plain TypeScript twin of every kernel; a kernel without a twin does not compile. */

import type { KernelName, kernelTable } from "../kernel-table.js";
import { add, copy, divide, fill, multiply, subtract } from "./arithmetic.js";
import { contract } from "./contract.js";
import { anticausalConvolution, causalConvolution, convolutionWeightsPullback } from "./convolution.js";
import * as elementwise from "./elementwise.js";
import { gather, scatterAdd } from "./gather.js";
import { geometricRecursion, geometricRetentionPullback, reverseGeometricRecursion } from "./geometric.js";
import { hill, hillPullback } from "./hill.js";
import { logisticSaturation, logisticSaturationPullback } from "./logistic-saturation.js";
import { powers, powersPullback } from "./powers.js";
import { cumulativeProduct, cumulativeProductPullback, rowMaximum, rowMaximumPullback } from "./rows.js";
import { greater, maximum, minimum, power, select } from "./selection.js";

/** One number per argument of a kernel: element offsets for buffers, integers for the rest. */
type NumberPerName<Names extends readonly string[]> = { readonly [Index in keyof Names]: number };

type TwinTable = {
  readonly [K in KernelName]: (
    memory: Float64Array,
    ...values: NumberPerName<(typeof kernelTable)[K]>
  ) => void;
};

export const twinTable: TwinTable = {
  fill,
  copy,
  add,
  subtract,
  multiply,
  divide,
  contract,
  ...elementwise,
  geometricRecursion,
  reverseGeometricRecursion,
  geometricRetentionPullback,
  causalConvolution,
  anticausalConvolution,
  convolutionWeightsPullback,
  powers,
  powersPullback,
  hill,
  hillPullback,
  logisticSaturation,
  logisticSaturationPullback,
  maximum,
  minimum,
  greater,
  power,
  select,
  gather,
  scatterAdd,
  rowMaximum,
  rowMaximumPullback,
  cumulativeProduct,
  cumulativeProductPullback,
};
