/** The regularised horseshoe: coefficients of which few are large and the rest are close to zero. */

import {
  divide,
  type Expression,
  multiply,
  type Operand,
  reciprocal,
  sqrt,
  square,
  add,
} from "@mmm/autodiff";
import type { Prior } from "../priors/prior.js";

/** What a coefficient is made of; each with any axes, usually one local scale per coefficient. */
export interface HorseshoeParts {
  /** Standard normal, one per coefficient. */
  readonly raw: Operand;
  /** (λ) > 0, one per coefficient: large for those that matter. */
  readonly local: Operand;
  /** (τ) > 0, one for all: how close to zero the rest are. */
  readonly global: Operand;
  /** (c²) > 0: variance of the coefficients that matter. Left out, large coefficients are not shrunk at all. */
  readonly slabVariance?: Operand;
}

/**
 * Coefficients under the horseshoe, written without their own prior (non-centred), so that a sampler meets no funnel:
 *
 *     coefficient = raw · global · local / √(1 + global² local² / slabVariance)
 *
 * Small products of scales leave the coefficient near zero; large ones leave it normal with variance `slabVariance`.
 *
 * @param parts  `raw`, `local`, `global` and perhaps `slabVariance`, with the priors of `horseshoePriors`
 * @returns      the axes of all
 * @source carvalho2010, piironen2017
 * @example
 * import { evaluate } from "@mmm/autodiff";
 * evaluate(horseshoeCoefficients({ raw: 2, local: 3, global: 0.5 })); // => [3]
 * evaluate(horseshoeCoefficients({ raw: 2, local: 1e9, global: 0.5, slabVariance: 4 })); // => [4]
 */
export function horseshoeCoefficients({ raw, local, global, slabVariance }: HorseshoeParts): Expression {
  const scale = multiply(global, local);
  if (slabVariance === undefined) return multiply(raw, scale);
  return divide(raw, sqrt(add(reciprocal(square(scale)), reciprocal(slabVariance))));
}

/** What is believed about the coefficients of a regression with standardised columns. */
export interface HorseshoeBelief {
  /** Number of coefficients. */
  readonly coefficients: number;
  /** How many of them are expected to matter, > 0 and fewer than all; need not be whole. */
  readonly relevant: number;
  /** Number of observations. */
  readonly observations: number;
  /** Standard deviation of the noise, > 0, in the unit of the outcome. */
  readonly noiseScale: number;
  /** Typical size of a coefficient that matters, > 0, in the unit of the outcome per standard deviation of its column. */
  readonly slabScale: number;
  /**
   * Degrees of freedom of the Student t distribution that large coefficients have; 4 when left out, because that keeps
   * their variance finite and still forgives one that is far larger than `slabScale`.
   */
  readonly slabDegreesOfFreedom?: number;
}

/**
 * Priors of the parts of `horseshoeCoefficients`:
 *
 *     raw ~ normal(0, 1),  local ~ half-Cauchy(1),  global ~ half-Cauchy(relevant / (coefficients − relevant) · noiseScale / √observations),
 *     slabVariance ~ inverse gamma(½ ν, ½ ν slabScale²)
 *
 * At its scale the global part leaves, on average, as many coefficients unshrunk as are expected to matter.
 *
 * @param belief  see there
 * @returns       one prior per part
 * @throws {RangeError} when not fewer coefficients matter than there are, or a number is not > 0
 * @source piironen2017
 * @example
 * const belief = { coefficients: 12, relevant: 2, observations: 100, noiseScale: 1, slabScale: 2 };
 * horseshoePriors(belief).global; // => { distribution: "half-cauchy", scale: 0.02 }
 */
export function horseshoePriors(
  belief: HorseshoeBelief,
): Readonly<Record<"raw" | "local" | "global" | "slabVariance", Prior>> {
  const { coefficients, relevant, observations, noiseScale, slabScale, slabDegreesOfFreedom = 4 } = belief;
  const given = { relevant, observations, noiseScale, slabScale, slabDegreesOfFreedom };
  for (const [name, value] of Object.entries(given)) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(
        `horseshoePriors: ${name} must be > 0 and finite, got ${value}. Give what is believed.`,
      );
    }
  }
  if (!(relevant < coefficients)) {
    throw new RangeError(
      `horseshoePriors: fewer coefficients must matter than there are, got ${relevant} of ${coefficients}. ` +
        "Where all matter, give each a normal prior.",
    );
  }
  const half = 0.5 * slabDegreesOfFreedom;
  const globalScale = ((relevant / (coefficients - relevant)) * noiseScale) / Math.sqrt(observations);
  return {
    raw: { distribution: "normal", mean: 0, sd: 1 },
    local: { distribution: "half-cauchy", scale: 1 },
    global: { distribution: "half-cauchy", scale: globalScale },
    slabVariance: { distribution: "inverse-gamma", shape: half, scale: half * slabScale * slabScale },
  };
}
