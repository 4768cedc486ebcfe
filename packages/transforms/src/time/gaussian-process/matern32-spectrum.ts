/** Matérn 3/2 spectrum: Gaussian processes with a slope everywhere. */

import { add, divide, multiply, sqrt, square } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { spectrumInput, spectrumParameters } from "./spectrum-parameters.js";

/** √(12 √3) */
const factor = Math.sqrt(12 * Math.sqrt(3));

/**
 * Square root of the spectral density of k(d) = amplitude² · (1 + √3 d / lengthScale) · e^(−√3 d / lengthScale):
 *
 *     s(ω) = amplitude · √(12 √3 · lengthScale) / (3 + (lengthScale · ω)²)
 *
 * Curves that bend sharply where the data ask for it.
 *
 * @param frequencies  [column]  radians per unit of the length scale, as `hilbertBasis` gives them
 * @param parameters   `amplitude` (η), > 0; `lengthScale` (ℓ), > 0. In graphs: axes among the rows
 * @returns            [column] standard deviations of the coefficients of the basis
 * @throws {RangeError} that lists every wrong argument
 * @source riutortmayol2023
 * @example
 * matern32Spectrum(Float64Array.of(0), { amplitude: 1, lengthScale: 1 }); // => [Math.sqrt(12 * Math.sqrt(3)) / 3]
 */
export const matern32Spectrum = defineTransform<"amplitude" | "lengthScale", Record<never, never>>({
  kind: "matern-32",
  title: "Matérn 3/2 spectrum",
  input: spectrumInput,
  parameters: spectrumParameters,
  settings: {},
  nonNegative: true,
  rule: (frequencies, { amplitude: size, lengthScale: length }) => {
    const fall = add(square(multiply(frequencies, length)), 3);
    return divide(multiply(sqrt(length), multiply(size, factor)), fall);
  },
});
