import { describe, expect, test } from "vitest";
import { distributionKinds, distributions } from "../distributions.js";
import { checkPrior, type Prior, priorParameters } from "./prior.js";

describe("checkPrior", () => {
  const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
    [
      "an unknown distribution",
      { distribution: "lognormal", logMean: 0, logSd: 1 },
      [
        `"distribution" must be one of ${distributionKinds.join(", ")}, not "lognormal"; did you mean "log-normal"?`,
      ],
    ],
    [
      "no distribution",
      { mean: 0 },
      [`"distribution" must be one of ${distributionKinds.join(", ")}, not undefined`],
    ],
    [
      "a misspelt parameter",
      { distribution: "log-normal", logMean: 0, logsd: 1 },
      [
        '"log-normal" has no parameter "logsd" (logMean, logSd); did you mean "logSd"?',
        '"log-normal" needs "logSd", the standard deviation of the logarithm',
      ],
    ],
    [
      "a parameter outside its support",
      { distribution: "half-normal", sd: -1 },
      ['"sd" must be > 0 and finite, not -1'],
    ],
    [
      "a parameter that is no number",
      { distribution: "normal", mean: "0", sd: Infinity },
      ['"mean" must be a finite number, not "0"', '"sd" must be > 0 and finite, not Infinity'],
    ],
    [
      "parameters that do not fit together",
      { distribution: "uniform", low: 2, high: 1 },
      ['"low" must be below "high", not 2 and 1'],
    ],
  ];

  test.each(wrong)("%s is named", (_, prior, faults) => {
    expect(checkPrior(prior as Prior)).toEqual(faults);
  });

  test("every distribution accepts a prior inside the supports of its parameters", () => {
    for (const { kind, parameters } of Object.values(distributions)) {
      const values = Object.keys(parameters).map((name, i) => [name, 0.25 + i]);
      expect(checkPrior({ distribution: kind, ...Object.fromEntries(values) })).toEqual([]);
    }
  });
});

describe("priorParameters", () => {
  test("gives the numbers by name, in the order of the table", () => {
    const parameters = priorParameters({ distribution: "gamma", rate: 2, shape: 3 });
    expect(Object.entries(parameters)).toEqual([
      ["shape", 3],
      ["rate", 2],
    ]);
  });

  test("refuses a wrong prior with everything that is wrong", () => {
    expect(() => priorParameters({ distribution: "beta", alpha: 0, beta: -2 })).toThrow(
      new RangeError(
        'prior: "alpha" must be > 0 and finite, not 0; "beta" must be > 0 and finite, not -2, got ' +
          '{"distribution":"beta","alpha":0,"beta":-2}. Correct the prior.',
      ),
    );
  });
});
