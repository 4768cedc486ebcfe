/** The two parameters of a Gaussian process, and what its spectra are applied to. */

import type { TransformInput, TransformParameter } from "../../transform.js";

/** Spectra are asked at frequencies. */
export const spectrumInput: TransformInput = { noun: "frequency", place: "column" };

/** How large the curve is. */
const amplitude: TransformParameter = {
  meaning: "standard deviation of the curve",
  symbol: "η",
  unit: "one",
  support: "positive",
  prior: { distribution: "log-normal", logMean: -2.3, logSd: 0.7 },
  why:
    "median 0.10, 90 % between 0.032 and 0.32, with the KPI in units of its mean period: a baseline that moves by a few " +
    "per cent up to a third; a wider one would explain what media did",
};

/** How quickly the curve changes. */
const lengthScale: TransformParameter = {
  meaning: "distance over which the curve changes",
  symbol: "ℓ",
  unit: "periods",
  support: "positive",
  prior: { distribution: "log-normal", logMean: 3, logSd: 0.6 },
  why:
    "median 20 periods, 90 % between 7.5 and 54, made for weeks: slower than flights of media, which the curve would " +
    "else take for its own, and no slower than a year, which a trend says better",
};

/** Amplitude and length scale, for the spectra of curves that do not come again. */
export const spectrumParameters = { amplitude, lengthScale } as const;
