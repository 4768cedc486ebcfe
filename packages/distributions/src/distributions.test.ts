import { axis } from "@mmm/autodiff";
import { expect, test } from "vitest";
import { discreteDistributionOf, discreteDistributions } from "./discrete-distributions.js";
import { distributionKinds, distributionOf, distributions } from "./distributions.js";
import { multivariateDistributionOf, multivariateDistributions } from "./multivariate-distributions.js";

test("every row of a table stands under its own kind", () => {
  for (const [kind, distribution] of Object.entries(distributions)) {
    expect(distribution.kind).toBe(kind);
    expect(distributionOf(kind)).toBe(distribution);
  }
  for (const [kind, distribution] of Object.entries(discreteDistributions)) {
    expect(distribution.kind).toBe(kind);
    expect(discreteDistributionOf(kind)).toBe(distribution);
  }
  for (const [kind, make] of Object.entries(multivariateDistributions)) {
    expect(make(axis("channel", 3)).kind).toBe(kind);
    expect(multivariateDistributionOf(kind, axis("channel", 3)).kind).toBe(kind);
  }
});

test("an unknown kind is answered with the nearest one", () => {
  expect(() => distributionOf("lognormal")).toThrow(
    new RangeError(
      `distribution: kind must be known, got "lognormal" (${distributionKinds.join(", ")}). Did you mean "log-normal"?`,
    ),
  );
  expect(() => discreteDistributionOf("negbinomial")).toThrow(
    new RangeError(
      'discrete distribution: kind must be known, got "negbinomial" (poisson, negative-binomial, ' +
        "zero-inflated-poisson, zero-inflated-negative-binomial, bernoulli, bernoulli-logit, binomial, beta-binomial). " +
        'Did you mean "binomial"?',
    ),
  );
  expect(() => multivariateDistributionOf("lkj", axis("channel", 3))).toThrow(
    new RangeError(
      'multivariate distribution: kind must be known, got "lkj" (dirichlet, multivariate-normal, multivariate-student-t, lkj-cholesky). ' +
        "Choose one of them.",
    ),
  );
});

test("a kind like no other is answered with the table", () => {
  expect(() => distributionOf("wishart")).toThrow(
    new RangeError(
      `distribution: kind must be known, got "wishart" (${distributionKinds.join(", ")}). Choose one of them.`,
    ),
  );
});

test("a name that every object has is no kind", () => {
  expect(() => distributionOf("toString")).toThrow(RangeError);
});
