/** What a prior says in words is what it says in numbers. */

import { betaQuantile, exp, gammaQuantile, normalQuantile } from "@mmm/numerics";
import { expect, test } from "vitest";
import type { Transform, TransformPrior } from "./transform.js";

const quantiles: Readonly<Record<string, (prior: TransformPrior, p: number) => number>> = {
  beta: ({ alpha, beta }, p) => betaQuantile(p, Number(alpha), Number(beta)),
  gamma: ({ shape, rate }, p) => gammaQuantile(p, Number(shape)) / Number(rate),
  "log-normal": ({ logMean, logSd }, p) => exp(Number(logMean) + Number(logSd) * normalQuantile(p)),
  normal: ({ mean, sd }, p) => Number(mean) + Number(sd) * normalQuantile(p),
};

/** The quantile of a prior. */
export function priorQuantile(prior: TransformPrior, p: number): number {
  return quantiles[prior.distribution]!(prior, p);
}

/** Every reason states the two ends of the middle 90 % to two digits. */
export function priorsContract(transform: Pick<Transform, "parameters">): void {
  test.each(Object.entries(transform.parameters))(
    "the reason of the prior of %s states its quantiles",
    (_, { prior, why }) => {
      const [low, high] = [0.05, 0.95].map((p) => priorQuantile(prior, p).toPrecision(2)) as [string, string];
      expect(why).toContain(`90 % between ${low.replace("-", "−")} and ${high}`);
    },
  );
}
