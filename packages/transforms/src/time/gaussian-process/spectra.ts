/** The table of spectra, by the names that specs use for kernels of Gaussian processes. */

import { transformOf } from "../../transform-of.js";
import type { Transform } from "../../transform.js";
import { matern12Spectrum } from "./matern12-spectrum.js";
import { matern32Spectrum } from "./matern32-spectrum.js";
import { matern52Spectrum } from "./matern52-spectrum.js";
import { periodicSpectrum } from "./periodic-spectrum.js";
import { squaredExponentialSpectrum } from "./squared-exponential-spectrum.js";

/**
 * Every spectrum by kind; `periodic` goes with `periodicBasis`, the others with `hilbertBasis`.
 *
 * @example
 * spectra["matern-52"].parameters.lengthScale.symbol; // => "ℓ"
 */
export const spectra = {
  "squared-exponential": squaredExponentialSpectrum,
  "matern-12": matern12Spectrum,
  "matern-32": matern32Spectrum,
  "matern-52": matern52Spectrum,
  periodic: periodicSpectrum,
} as const;

/** The kinds of spectrum. */
export type SpectrumKind = keyof typeof spectra;

/**
 * The spectrum of a kind.
 *
 * @param kind  its name in specs
 * @returns     the transform from frequencies to standard deviations
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * spectrumOf("matern-12")(Float64Array.of(0), { amplitude: 3, lengthScale: 0.5 }); // => [3]
 */
export function spectrumOf(kind: string): Transform {
  return transformOf("spectrum", spectra, kind);
}
