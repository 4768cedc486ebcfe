/** Matérn 5/2 spectrum: Gaussian processes with a slope and a curvature everywhere. */

import { add, divide, multiply, sqrt, square } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { spectrumInput, spectrumParameters } from "./spectrum-parameters.js";

/** √(400 √5 / 3) */
const factor = Math.sqrt((400 * Math.sqrt(5)) / 3);

/**
 * Square root of the spectral density of k(d) = amplitude² · (1 + √5 d / lengthScale + 5 d² / (3 lengthScale²)) · e^(−√5 d / lengthScale):
 *
 *     s(ω) = amplitude · √(400 √5 / 3 · lengthScale) / (5 + (lengthScale · ω)²)^(3/2)
 *
 * What PyMC-Marketing takes for what varies over time: smooth, and not smoother than anything in markets is.
 *
 * @param frequencies  [column]  radians per unit of the length scale, as `hilbertBasis` gives them
 * @param parameters   `amplitude` (η), > 0; `lengthScale` (ℓ), > 0. In graphs: axes among the rows
 * @returns            [column] standard deviations of the coefficients of the basis
 * @throws {RangeError} that lists every wrong argument
 * @source riutortmayol2023
 * @example
 * matern52Spectrum(Float64Array.of(0), { amplitude: 1, lengthScale: 1 }); // => [Math.sqrt((16 * Math.sqrt(5)) / 15)]
 */
export const matern52Spectrum = defineTransform<"amplitude" | "lengthScale", Record<never, never>>({
  kind: "matern-52",
  title: "Matérn 5/2 spectrum",
  input: spectrumInput,
  parameters: spectrumParameters,
  settings: {},
  nonNegative: true,
  rule: (frequencies, { amplitude: size, lengthScale: length }) => {
    const fall = add(square(multiply(frequencies, length)), 5);
    return divide(multiply(sqrt(length), multiply(size, factor)), multiply(fall, sqrt(fall)));
  },
});
