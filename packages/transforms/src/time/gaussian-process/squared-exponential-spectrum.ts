/** Squared exponential spectrum: Gaussian processes that are smooth without end. */

import { exp, multiply, sqrt, square } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { spectrumInput, spectrumParameters } from "./spectrum-parameters.js";

/** (2π)^¼ */
const factor = Math.sqrt(Math.sqrt(2 * Math.PI));

/**
 * Square root of the spectral density of k(d) = amplitude² · e^(−d² / (2 lengthScale²)):
 *
 *     s(ω) = amplitude · √(√(2π) · lengthScale) · e^(−(lengthScale · ω)² / 4)
 *
 * @param frequencies  [column]  radians per unit of the length scale, as `hilbertBasis` gives them
 * @param parameters   `amplitude` (η), > 0; `lengthScale` (ℓ), > 0. In graphs: axes among the rows
 * @returns            [column] standard deviations of the coefficients of the basis
 * @throws {RangeError} that lists every wrong argument
 * @source riutortmayol2023
 * @example
 * squaredExponentialSpectrum(Float64Array.of(0), { amplitude: 1, lengthScale: 1 }); // => [Math.sqrt(Math.sqrt(2 * Math.PI))]
 */
export const squaredExponentialSpectrum = defineTransform<"amplitude" | "lengthScale", Record<never, never>>({
  kind: "squared-exponential",
  title: "squared exponential spectrum",
  input: spectrumInput,
  parameters: spectrumParameters,
  settings: {},
  nonNegative: true,
  rule: (frequencies, { amplitude: size, lengthScale: length }) => {
    const fall = exp(multiply(square(multiply(frequencies, length)), -0.25));
    return multiply(fall, multiply(sqrt(length), multiply(size, factor)));
  },
});
