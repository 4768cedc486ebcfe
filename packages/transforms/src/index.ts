/** @mmm/transforms: adstock, saturation, seasonality and trend, each one expression with its parameter table. */

export { type AdstockKind, adstockOf, adstocks } from "./adstock/adstocks.js";
export { geometricAdstock, type GeometricSettings } from "./adstock/geometric-adstock.js";
export { noAdstock } from "./adstock/no-adstock.js";
export { defineTransform } from "./define-transform.js";
export { hillSaturation } from "./saturation/hill-saturation.js";
export { logisticSaturation } from "./saturation/logistic-saturation.js";
export { noSaturation } from "./saturation/no-saturation.js";
export { type SaturationKind, saturationOf, saturations } from "./saturation/saturations.js";
export { type FourierFeatures, type FourierRequest, fourierSeasonality } from "./time/fourier-seasonality.js";
export { linearTrend } from "./time/linear-trend.js";
export type {
  Numbers,
  Operands,
  SettingValue,
  Transform,
  TransformDefinition,
  TransformParameter,
  TransformPrior,
  TransformSetting,
} from "./transform.js";
