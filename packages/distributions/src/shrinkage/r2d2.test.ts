import { axis, constant, evaluate } from "@mmm/autodiff";
import { randomStream } from "@mmm/numerics";
import { expect, test } from "vitest";
import { dirichlet } from "../families/multivariate/dirichlet.js";
import { checkPrior } from "../priors/prior.js";
import { r2d2Coefficients, r2d2Priors } from "./r2d2.js";

test("whatever the shares, standardised columns explain R² of the variance", () => {
  const channel = axis("channel", 6);
  const stream = randomStream(20260, "r2d2");
  for (const explained of [0.05, 0.5, 0.98]) {
    const shares = constant(dirichlet(channel).draw(stream, { concentration: 0.5 }), [channel]);
    const coefficients = evaluate(r2d2Coefficients({ raw: 1, shares, explained, noiseScale: 2 }));
    const signal = coefficients.reduce((sum, coefficient) => sum + coefficient * coefficient, 0);
    expect(signal / (signal + 4)).toBeCloseTo(explained, 13);
  }
});

test("its priors are priors", () => {
  for (const prior of Object.values(r2d2Priors({ mean: 0.3, weight: 4 })))
    expect(checkPrior(prior)).toEqual([]);
});

test("an R² that can not be is refused", () => {
  expect(() => r2d2Priors({ mean: 1, weight: 2 })).toThrow(
    new RangeError(
      "r2d2Priors: mean must be between 0 and 1 and weight > 0, got 1 and 2. " +
        "Say which share of the variance is expected to be explained.",
    ),
  );
});
