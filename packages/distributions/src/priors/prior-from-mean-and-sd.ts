/** Elicitation from two numbers that people can state: what they expect, and how far off it may be. */

import { log, log1p } from "@mmm/numerics";
import { quantityOf } from "./elicited-families.js";
import type { Prior } from "./prior.js";

/** What is believed about a quantity. */
export interface MeanAndSd {
  /** Expected value, in the unit of the quantity. */
  readonly mean: number;
  /** Standard deviation, > 0, in the unit of the quantity. May be left out for the half-normal, whose mean fixes it. */
  readonly sd?: number;
}

type Elicited =
  | "normal"
  | "laplace"
  | "logistic"
  | "uniform"
  | "half-normal"
  | "log-normal"
  | "gamma"
  | "inverse-gamma"
  | "inverse-gaussian"
  | "beta";

/** Families of either sign: every mean and every sd > 0 has its member. */
const ofEitherSign: readonly Elicited[] = ["normal", "laplace", "logistic", "uniform"];

/** (standard deviation) / mean of every half-normal distribution: √(π/2 − 1). */
const halfNormalRatio = 0.755510639762867;
/** √(π/2): parameter of a half-normal distribution of mean 1. */
const halfNormalSdPerMean = 1.2533141373155003;
/** √3 / π: scale of a logistic distribution of standard deviation 1. */
const logisticScalePerSd = 0.5513288954217921;

/**
 * The prior of a family that has a given mean and standard deviation (matching of moments).
 *
 * @param distribution  normal, laplace, logistic, uniform, half-normal, log-normal, gamma, inverse-gamma,
 *                      inverse-gaussian or beta
 * @param belief        `mean` and `sd` of the quantity itself, not of its logarithm
 * @returns             the prior
 * @throws {RangeError} when no member of the family has them: sd not > 0; mean not > 0 (not in (0, 1) for beta); sd of a
 *                      beta not below √(mean (1 − mean)); sd of a half-normal not 0.7555 · mean (within 1 %)
 * @example
 * priorFromMeanAndSd("beta", { mean: 0.4, sd: 0.2 }); // => { distribution: "beta", alpha: 2, beta: 3 }
 * priorFromMeanAndSd("gamma", { mean: 1.5, sd: 0.75 }); // => { distribution: "gamma", shape: 4, rate: 2.6666666666666665 }
 */
export function priorFromMeanAndSd(distribution: Elicited, belief: MeanAndSd): Prior {
  const { mean } = belief;
  const sd = belief.sd ?? mean * halfNormalRatio;
  const fault = faultOf(distribution, belief);
  if (fault !== undefined) throw new RangeError(`priorFromMeanAndSd: ${fault}`);
  const ratio = (mean / sd) * (mean / sd);
  switch (distribution) {
    case "normal":
      return { distribution, mean, sd };
    case "laplace":
      return { distribution, location: mean, scale: sd * Math.SQRT1_2 };
    case "logistic":
      return { distribution, location: mean, scale: sd * logisticScalePerSd };
    case "uniform":
      return { distribution, low: mean - sd * Math.sqrt(3), high: mean + sd * Math.sqrt(3) };
    case "half-normal":
      return { distribution, sd: mean * halfNormalSdPerMean };
    case "log-normal": {
      const logVariance = log1p(1 / ratio);
      return { distribution, logMean: log(mean) - 0.5 * logVariance, logSd: Math.sqrt(logVariance) };
    }
    case "gamma":
      return { distribution, shape: ratio, rate: ratio / mean };
    case "inverse-gamma":
      return { distribution, shape: ratio + 2, scale: mean * (ratio + 1) };
    case "inverse-gaussian":
      return { distribution, mean, shape: mean * ratio };
    case "beta": {
      const total = (mean * (1 - mean)) / (sd * sd) - 1;
      return { distribution, alpha: mean * total, beta: (1 - mean) * total };
    }
  }
}

/** Why no member of the family has this mean and standard deviation. */
function faultOf(distribution: Elicited, { mean, sd }: MeanAndSd): string | undefined {
  if (!Number.isFinite(mean)) return `mean must be finite, got ${mean}. Say which value is expected.`;
  if (!ofEitherSign.includes(distribution) && mean <= 0) {
    return `mean of ${quantityOf(distribution)} must be > 0, got ${mean}. Choose "normal" for a quantity of either sign.`;
  }
  if (distribution === "half-normal" && sd === undefined) return undefined;
  if (sd === undefined || !(sd > 0 && sd < Infinity)) {
    return `sd must be > 0 and finite, got ${sd ?? "nothing"}. Say how far off the mean may be.`;
  }
  if (distribution === "beta") return faultOfBeta(mean, sd);
  return distribution === "half-normal" ? faultOfHalfNormal(mean, sd) : undefined;
}

function faultOfHalfNormal(mean: number, sd: number): string | undefined {
  const expected = mean * halfNormalRatio;
  if (Math.abs(sd - expected) <= 0.01 * expected) return undefined;
  return (
    `sd of a half-normal quantity with mean ${mean} must be ${expected.toPrecision(4)}, got ${sd}. ` +
    'Leave sd out, or choose "log-normal" or "gamma".'
  );
}

function faultOfBeta(mean: number, sd: number): string | undefined {
  if (mean >= 1) return `mean of a beta quantity must be between 0 and 1, got ${mean}. Give it as a share.`;
  const most = Math.sqrt(mean * (1 - mean));
  if (sd < most) return undefined;
  return `sd of a beta quantity with mean ${mean} must be below ${most.toPrecision(4)}, got ${sd}. Give a smaller sd.`;
}
