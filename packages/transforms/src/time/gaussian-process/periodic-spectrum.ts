/** Periodic spectrum: Gaussian processes that come again every period. */

import { axis, constant, exp, log, logGamma, multiply, sqrt, subtract, sum, add } from "@mmm/autodiff";
import { logGamma as logGammaOf } from "@mmm/numerics";
import { defineTransform } from "../../define-transform.js";
import type { TransformInput } from "../../transform.js";
import { spectrumParameters } from "./spectrum-parameters.js";

/** Terms of the series of a Bessel function: enough for length scales from 0.1 on, shorter than a basis can hold. */
const terms = 96;
const ln2 = 0.6931471805599453;

const order: TransformInput = { noun: "order", place: "column" };

/**
 * Standard deviations of the coefficients of `periodicBasis` for k(d) = amplitude² · e^(−2 sin²(π d / period) / lengthScale²):
 *
 *     s(j) = amplitude · √(e^(−z) · I_j(z)),   z = 1 / lengthScale²
 *
 * with I_j the modified Bessel function of the first kind, summed from its series of positive terms, so that small values
 * keep their digits. For length scales from 0.1 on; a shorter one would need a basis of more than 37 harmonics.
 *
 * @param orders      [column]  0, 1, 1, 2, 2 …, as `periodicBasis` gives them
 * @param parameters  `amplitude` (η), > 0; `lengthScale` (ℓ), ≥ 0.1, as a share of a radian of the cycle. In graphs: axes
 *                    among the rows
 * @returns           [column] standard deviations of the coefficients of the basis
 * @throws {RangeError} that lists every wrong argument
 * @source riutortmayol2023
 * @example
 * const deviations = periodicSpectrum(Float64Array.of(0, 1), { amplitude: 1, lengthScale: 100 });
 * deviations[0] > 0.9999; // => true
 * deviations[1] < 0.0072; // => true
 */
export const periodicSpectrum = defineTransform<"amplitude" | "lengthScale", Record<never, never>>({
  kind: "periodic",
  title: "periodic spectrum",
  input: order,
  parameters: {
    amplitude: spectrumParameters.amplitude,
    lengthScale: {
      meaning: "distance over which the cycle changes, in radians of it",
      symbol: "ℓ",
      unit: "one",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0, logSd: 0.5 },
      why:
        "median 1, 90 % between 0.44 and 2.3: from one soft wave a year to about eight harmonics; sharper seasons are " +
        "holidays, which have columns of their own",
    },
  },
  settings: {},
  nonNegative: true,
  refuse: ({ lengthScale }) =>
    typeof lengthScale === "number" && lengthScale < 0.1
      ? `parameter "lengthScale" must be at least 0.1, got ${lengthScale}. Give a longer one; shorter seasons are holidays.`
      : undefined,
  rule: (orders, { amplitude: size, lengthScale }) => {
    const logLength = log(lengthScale);
    // log(z / 2)
    const logHalf = subtract(multiply(logLength, -2), ln2);
    const z = exp(multiply(logLength, -2));
    const term = axis("term", terms);
    const k = constant(
      Array.from({ length: terms }, (_, i) => i),
      [term],
    );
    const logFactorials = constant(
      Array.from({ length: terms }, (_, i) => logGammaOf(i + 1)),
      [term],
    );
    // I_j(z) = (z/2)^j / j! · Σ_k (z/2)^(2k) / (k! · (j+1) … (j+k)); the first term is 1, so that the sum never vanishes.
    const first = logGamma(add(orders, 1));
    const products = subtract(logGamma(add(add(orders, 1), k)), first);
    const logTerms = subtract(subtract(multiply(multiply(k, 2), logHalf), logFactorials), products);
    const sums = sum(exp(logTerms), [term.name]);
    const logFirst = subtract(subtract(multiply(orders, logHalf), first), z);
    return multiply(multiply(exp(multiply(logFirst, 0.5)), sqrt(sums)), size);
  },
});
