/** Prior beside posterior: how much of an answer is data and how much was belief. */

import { randomStream } from "@mmm/numerics";
import { listElements, selectParameter } from "@mmm/posterior";
import type { Fit } from "../fit/fit.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";

/** One scalar before and after the data. */
export interface PriorPosterior {
  /** Label of the scalar, e.g. `roi[tv]`. */
  readonly parameter: string;
  readonly prior: Estimate;
  readonly posterior: Estimate;
  /**
   * Width of the posterior interval as a share of the prior's, taken from 1: near 1 the data decided, near 0 the prior
   * did, below 0 the data left more doubt than the prior had.
   */
  readonly contraction: number;
}

/** Options of `priorPosterior`. */
export interface PriorPosteriorOptions extends ResultOptions {
  /** Draws from the prior. Default 2,000. */
  readonly priorDraws?: number;
}

/**
 * Compares prior and posterior of every parameter and of ROI and coefficient.
 *
 * Derived quantities get their prior by drawing parameters from theirs and computing the quantity, as the model does.
 * Contraction compares widths of intervals rather than variances, because the prior of an ROI has so long a tail that
 * its variance says little.
 *
 * @param fit      a fit
 * @param options  number of prior draws, probability of the intervals, whether to speak although the verdict failed
 * @returns        one row per scalar, in the order of the draws
 * @throws {UntrustworthyFitError} when the verdict failed
 * @source schad2021
 * @example
 * priorPosterior((await exampleFit()), { priorDraws: 200 }).some(({ parameter }) => parameter === "roi[tv]"); // => true
 */
export function priorPosterior(fit: Fit, options: PriorPosteriorOptions = {}): readonly PriorPosterior[] {
  requireTrust("priorPosterior", fit, options);
  const { priorDraws = 2000, interval = 0.9 } = options;
  const prior = drawPriorQuantities(fit, priorDraws);
  return listElements(fit.draws).map(({ parameter, coordinates, label }) => {
    const posterior = estimate(selectParameter(fit.draws, parameter, coordinates).values, interval);
    const before = estimate(prior.get(label)!, interval);
    const contraction = 1 - (posterior.high - posterior.low) / (before.high - before.low);
    return { parameter: label, prior: before, posterior, contraction };
  });
}

/** Label → one value per prior draw, in the same elements as the draws of the fit. */
function drawPriorQuantities(fit: Fit, count: number): ReadonlyMap<string, Float64Array> {
  const forward = compileForwardPass(fit.dataset, fit.spec);
  const stream = randomStream(fit.record.seed, "prior");
  const elements = listElements(fit.draws);
  const values = new Map(elements.map(({ label }) => [label, new Float64Array(count)]));
  for (let draw = 0; draw < count; draw++) {
    forward.evaluate(forward.drawPrior(stream.split(draw)));
    let previous = "";
    let offset = 0;
    for (const { parameter, label } of elements) {
      offset = parameter === previous ? offset + 1 : 0;
      values.get(label)![draw] = forward.quantity(parameter)[offset]!;
      previous = parameter;
    }
  }
  return values;
}
