/** How well a fit predicts each value of the KPI from all others: PSIS-LOO of its draws. */

import { compileForwardPass, type Fit } from "@mmm/model";
import { type LooScore, makeObservationDraws, psisLoo } from "@mmm/posterior";

/** Draws behind a score; 4,000 smooth the tails of weights well, and those of a panel still fit into memory. */
const mostDraws = 4000;

/** The score of a fit, in nats of the KPI in its own unit, so that models of any scaling can be compared. */
export function scoreFit(fit: Fit): LooScore {
  const { dataset, spec, traces } = fit;
  const chains = traces.length;
  const step = Math.max(1, Math.ceil((chains * fit.draws.draws) / mostDraws));
  const draws = Math.floor((fit.draws.draws - 1) / step) + 1;
  const observations = nameObservations(fit);
  const width = observations.length;
  const values = new Float64Array(chains * draws * width);
  const forward = compileForwardPass(dataset, spec);
  traces.forEach(({ positions, dimension }, chain) => {
    for (let draw = 0; draw < draws; draw++) {
      forward.evaluate(positions.subarray(draw * step * dimension, (draw * step + 1) * dimension));
      values.set(forward.logLikelihood(), (chain * draws + draw) * width);
    }
  });
  return psisLoo(makeObservationDraws({ values, chains, draws, observations }));
}

/** [cell × time] */
function nameObservations({ dataset: { cells, periods } }: Fit): readonly string[] {
  return cells.flatMap((cell) =>
    periods.map((period) => (cells.length === 1 ? period : `${cell}, ${period}`)),
  );
}
