/** A market drawn from the prior of a model: parameters, and the KPI that they make of the media and controls of a reference. */

import type { Dataset, ForwardPass } from "@mmm/model";
import { drawNormal, drawStudentT, mean, type RandomStream } from "@mmm/numerics";

/** A market that the model itself could have made. */
export interface DrawnMarket {
  /** The true parameters, at which the forward pass is left: a position of the prior's model. */
  readonly position: Float64Array;
  readonly dataset: Dataset;
  /** Mean KPI as a share of the reference's. */
  readonly share: number;
  /** How often it was drawn until the KPI would do. */
  readonly attempts: number;
}

/**
 * A KPI with a mean below this share of the reference's is drawn again, because the model needs a positive unit. A rule
 * about the data alone leaves the posteriors of those that pass as they are, so ranks stay uniform.
 */
const leastShare = 0.1;

/**
 * Draws a market.
 *
 * @param reference  gives media, controls, calendar, and the unit in which the priors are meant
 * @param prior      the forward pass of the reference; left at the truth
 */
export function drawMarket(reference: Dataset, prior: ForwardPass, stream: RandomStream): DrawnMarket {
  const usualKpi = meanSized(reference, reference.kpi.values);
  for (let attempts = 1; ; attempts++) {
    const own = stream.split(attempts - 1);
    const position = prior.drawPrior(own);
    prior.evaluate(position);
    const values = simulateKpi(prior, own.split("noise"));
    const share = meanSized(reference, values) / usualKpi;
    if (share >= leastShare) {
      return { position, share, attempts, dataset: { ...reference, kpi: { ...reference.kpi, values } } };
    }
  }
}

/** The unit of the model: the mean KPI per head, where there is a population. */
function meanSized({ population, periods }: Dataset, kpi: Float64Array): number {
  const size = (i: number): number => population?.values[Math.floor(i / periods.length)] ?? 1;
  return mean(kpi.map((value, i) => value / size(i)));
}

function simulateKpi(forward: ForwardPass, stream: RandomStream): Float64Array {
  const { scale, degreesOfFreedom } = forward.noise();
  const standard = (): number =>
    degreesOfFreedom === Infinity ? drawNormal(stream) : drawStudentT(stream, degreesOfFreedom);
  const mean = forward.mean();
  const periods = mean.length / scale.length;
  return mean.map((value, i) => value + scale[Math.floor(i / periods)]! * standard());
}
