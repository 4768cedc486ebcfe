/** Matérn 1/2 spectrum: Gaussian processes that are continuous and nowhere smooth. */

import { add, divide, multiply, sqrt, square } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { spectrumInput, spectrumParameters } from "./spectrum-parameters.js";

/** √2 */
const factor = Math.SQRT2;

/**
 * Square root of the spectral density of k(d) = amplitude² · e^(−d / lengthScale):
 *
 *     s(ω) = amplitude · √(2 · lengthScale) / √(1 + (lengthScale · ω)²)
 *
 * A walk that returns to its mean. Its spectrum falls so slowly that a basis needs very many waves.
 *
 * @param frequencies  [column]  radians per unit of the length scale, as `hilbertBasis` gives them
 * @param parameters   `amplitude` (η), > 0; `lengthScale` (ℓ), > 0. In graphs: axes among the rows
 * @returns            [column] standard deviations of the coefficients of the basis
 * @throws {RangeError} that lists every wrong argument
 * @source riutortmayol2023
 * @example
 * matern12Spectrum(Float64Array.of(0), { amplitude: 1, lengthScale: 2 }); // => [2]
 */
export const matern12Spectrum = defineTransform<"amplitude" | "lengthScale", Record<never, never>>({
  kind: "matern-12",
  title: "Matérn 1/2 spectrum",
  input: spectrumInput,
  parameters: spectrumParameters,
  settings: {},
  nonNegative: true,
  rule: (frequencies, { amplitude: size, lengthScale: length }) => {
    const fall = sqrt(add(square(multiply(frequencies, length)), 1));
    return divide(multiply(sqrt(length), multiply(size, factor)), fall);
  },
});
