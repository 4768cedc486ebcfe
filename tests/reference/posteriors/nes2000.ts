/** NES 2000: an ordinary regression of party identification on ideology, age, education, gender and income. */

import { add, axis, constant, contract, input, sum } from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

type Column = readonly number[];

export interface Nes2000Data {
  readonly partyid7: Column;
  readonly real_ideo: Column;
  readonly race_adj: Column;
  readonly age_discrete: Column;
  readonly educ1: Column;
  readonly gender: Column;
  readonly income: Column;
}

export function nes2000(data: Nes2000Data): Posterior {
  const person = axis("person", data.partyid7.length);
  const ageIs = (group: number): Column => data.age_discrete.map((age) => (age === group ? 1 : 0));
  const columns: readonly Column[] = [
    data.partyid7.map(() => 1),
    ...[data.real_ideo, data.race_adj, ageIs(2), ageIs(3), ageIs(4), data.educ1, data.gender, data.income],
  ];
  const coefficient = axis("coefficient", columns.length);
  const [beta, logSigma] = [input("beta", [coefficient]), input("log sigma")];
  const sigma = positive.constrain(logSigma);
  const mean = contract(beta, constant(columns.flat(), [coefficient, person]), ["coefficient"]);
  const likelihood = sum(normal.logDensity(constant(data.partyid7, [person]), { mean, sd: sigma }));
  return {
    name: "nes2000-nes",
    variables: [beta, logSigma],
    logDensity: add(likelihood, positive.logJacobian(logSigma)),
    quantities: { beta, sigma },
  };
}
