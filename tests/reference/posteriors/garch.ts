/** GARCH(1, 1): a variance that carries over, with a bound that depends on another parameter. */

import {
  add,
  axis,
  constant,
  geometricRecursion,
  input,
  log,
  multiply,
  select,
  sqrt,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";
import { normal, positive, unitInterval } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface GarchData {
  readonly T: number;
  readonly y: readonly number[];
  readonly sigma1: number;
}

export function garch({ T, y, sigma1 }: GarchData): Posterior {
  const time = axis("time", T);
  const [mu, logAlpha0, logitAlpha1, logitBeta1] = [
    input("mu"),
    input("log alpha0"),
    input("logit alpha1"),
    input("scaled logit beta1"),
  ];
  const alpha0 = positive.constrain(logAlpha0);
  const alpha1 = unitInterval.constrain(logitAlpha1);
  const room = subtract(1, alpha1); // beta1 < 1 − alpha1 keeps the variance finite
  const beta1 = multiply(room, unitInterval.constrain(logitBeta1));
  const before = constant([0, ...y.slice(0, -1)], [time]);
  const isFirst = constant([1, ...new Array<number>(T - 1).fill(0)], [time]);
  const inflow = add(alpha0, multiply(alpha1, square(subtract(before, mu))));
  const variance = geometricRecursion(select(isFirst, sigma1 * sigma1, inflow), beta1, "time");
  const terms = [
    positive.logJacobian(logAlpha0),
    unitInterval.logJacobian(logitAlpha1),
    add(log(room), unitInterval.logJacobian(logitBeta1)),
    sum(normal.logDensity(constant(y, [time]), { mean: mu, sd: sqrt(variance) })),
  ];
  return {
    name: "garch-garch11",
    variables: [mu, logAlpha0, logitAlpha1, logitBeta1],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { mu, alpha0, alpha1, beta1 },
  };
}
