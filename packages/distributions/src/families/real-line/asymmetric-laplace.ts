/** The asymmetric Laplace distribution. */

import { add, divide, log as logOf, minimum, multiply, negate, reciprocal, subtract } from "@mmm/autodiff";
import { drawExponential, exp, log } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/**
 * Asymmetric Laplace distribution: exponential to both sides of its peak, at two rates; its location is the quantile
 * asymmetry² / (1 + asymmetry²), so that it serves quantile regression.
 *
 *     log p(x) = log(rate / (asymmetry + 1 / asymmetry)) − rate · (x − location) · asymmetry,   x ≥ location,
 *     log p(x) = log(rate / (asymmetry + 1 / asymmetry)) + rate · (x − location) / asymmetry,   x < location
 *
 * Parameters: `location` (μ), any number, the mode; `rate` (b), > 0, per unit of x; `asymmetry` (κ), > 0: below 1 the
 * right tail is longer.
 */
export const asymmetricLaplace: Distribution<"location" | "rate" | "asymmetry"> = {
  kind: "asymmetric-laplace",
  parameters: {
    location: { meaning: "mode", support: real },
    rate: {
      meaning: "fall of the logarithm of the density to both sides, in the geometric mean",
      support: positive,
    },
    asymmetry: { meaning: "lean: below 1 the right tail is longer", support: positive },
  },
  support: () => real,
  logDensity: (x, { location, rate, asymmetry }) => {
    const distance = multiply(rate, subtract(x, location));
    const fall = minimum(divide(distance, asymmetry), negate(multiply(distance, asymmetry)));
    return add(fall, subtract(logOf(rate), logOf(add(asymmetry, reciprocal(asymmetry)))));
  },
  draw: (stream, { location, rate, asymmetry }) => {
    const right = drawExponential(stream) / asymmetry;
    return location + (right - drawExponential(stream) * asymmetry) / rate;
  },
  mean: ({ location, rate, asymmetry }) => location + (1 / asymmetry - asymmetry) / rate,
  standardDeviation: ({ rate, asymmetry }) =>
    Math.sqrt(1 / (asymmetry * asymmetry) + asymmetry * asymmetry) / rate,
  quantile: (probability, { location, rate, asymmetry }) => {
    const square = asymmetry * asymmetry;
    return probability * (1 + square) < square
      ? location + (asymmetry / rate) * log((probability * (1 + square)) / square)
      : location - log((1 - probability) * (1 + square)) / (rate * asymmetry);
  },
  cdf: (x, { location, rate, asymmetry }) => {
    const [distance, square] = [rate * (x - location), asymmetry * asymmetry];
    return distance < 0
      ? (square / (1 + square)) * exp(distance / asymmetry)
      : 1 - exp(-distance * asymmetry) / (1 + square);
  },
};
