/** Diamonds: a regression whose 24 columns are powers and products of a few, so that they are almost dependent. */

import { add, axis, constant, contract, input, sum } from "@mmm/autodiff";
import { normal, positive, studentT } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface DiamondsData {
  readonly Y: readonly number[];
  /** [observation][column], the first column all ones */
  readonly X: readonly (readonly number[])[];
}

export function diamonds({ X, Y }: DiamondsData): Posterior {
  const columns = X[0]!.slice(1).map((_, k) => {
    const column = X.map((row) => row[k + 1]!);
    const mean = column.reduce((total, value) => total + value, 0) / column.length;
    return column.map((value) => value - mean);
  });
  const [coefficient, observation] = [axis("coefficient", columns.length), axis("observation", Y.length)];
  const [b, intercept, logSigma] = [input("b", [coefficient]), input("Intercept"), input("log sigma")];
  const sigma = positive.constrain(logSigma);
  const slopes = contract(b, constant(columns.flat(), [coefficient, observation]), ["coefficient"]);
  const terms = [
    sum(normal.logDensity(b, { mean: 0, sd: 1 })),
    studentT.logDensity(intercept, { degreesOfFreedom: 3, location: 8, scale: 10 }),
    add(studentT.logDensity(sigma, { degreesOfFreedom: 3, location: 0, scale: 10 }), Math.LN2), // of the half
    positive.logJacobian(logSigma),
    sum(normal.logDensity(constant(Y, [observation]), { mean: add(intercept, slopes), sd: sigma })),
  ];
  return {
    name: "diamonds-diamonds",
    variables: [b, intercept, logSigma],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { b, Intercept: intercept, sigma },
  };
}
