/** A quantile of the outcome: the outcome that a plan exceeds with a given probability. */

import { logistic } from "@mmm/numerics";
import { z } from "zod";
import type { Objective, ObjectiveKind } from "./objective.js";
import { smoothQuantile } from "./tail-mean.js";

/** Draws within about this share of a standard deviation share in the quantile; narrower, and its gradient is that of one draw. */
const WIDTH = 0.1;

/**
 * The quantile with draws counted smoothly (a kernel estimate): the τ at which mean(logistic((τ − outcome) / width)) is the
 * probability. A single order statistic would jump from draw to draw. It is no concave function of the outcomes, so that optima
 * come without a certificate.
 *
 * @source azzalini1981
 */
export function quantileOfOutcome(probability: number): Objective {
  return {
    about: `${probability} quantile of the outcome`,
    shape: "other",
    inOutcomeUnits: true,
    evaluate: ({ outcome, scale }, slope) => {
      const width = WIDTH * scale;
      const value = smoothQuantile(outcome, probability, width);
      let total = 0;
      for (let i = 0; i < outcome.length; i++) {
        const p = logistic((value - outcome[i]) / width);
        slope[i] = p * (1 - p);
        total += slope[i];
      }
      for (let i = 0; i < slope.length; i++) slope[i] /= total;
      return { value, perSpend: 0 };
    },
  };
}

/** The quantile at `probability`: 0.1 is what nine of ten draws exceed. */
export const quantileObjective: ObjectiveKind<{ readonly probability: number }> = {
  about: "a quantile of the outcome",
  parameters: z.strictObject({ probability: z.number().gt(0).lt(1) }),
  make: ({ probability }) => quantileOfOutcome(probability),
};
