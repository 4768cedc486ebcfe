/** Where each observation falls in the prediction that the model would have made without it. */
import { drawUniform, exp, type RandomStream } from "@mmm/numerics";
import type { LooWeights } from "./loo-weights.js";
import { checkSameObservations, type ObservationDraws, observationChains } from "./observation-draws.js";

/**
 * Leave-one-out probability integral transform: the share of weighted replicated draws up to the observation.
 *
 *     pit[i] = Σ w[s] 1{ỹ[s] < yᵢ} + u Σ w[s] 1{ỹ[s] = yᵢ}
 *
 * A calibrated model gives values that look uniform: too many near 0 and 1 mean intervals that are too narrow, too few
 * that they are too wide, a slope that predictions are too high or too low. `testUniformity` says how surprising they
 * are. Where the predictive distribution function is at hand, `looMean` of it has less noise.
 *
 * @param observed    [observation]  what was observed
 * @param replicated  chain × draw × observation, one replicated value ỹ per draw, in the unit of `observed`
 * @param weights     from `looWeights`, of the same fit and observations
 * @param stream      gives u in (0, 1) for each observation, which counts need; without it u = 1
 * @returns  [observation]  in [0, 1]
 * @throws  {Error} when shapes or observations differ
 * @source gabry2019, czado2009
 * @example
 * const replicated = makeObservationDraws({ values: Float64Array.of(1, 2, 3, 6), chains: 2, draws: 2, observations: ["w1"] });
 * const flat = looWeights({ ...replicated, values: new Float64Array(4) });
 * looPit([2.5], replicated, flat); // => [0.5]
 */
export function looPit(
  observed: ArrayLike<number>,
  replicated: ObservationDraws,
  weights: LooWeights,
  stream?: RandomStream,
): Float64Array {
  checkSameObservations("looPit", weights, replicated);
  checkObserved("looPit", observed, replicated);
  return Float64Array.from(weights.weights, ({ logWeights }, i) => {
    const draws = observationChains(replicated, i).values;
    let below = 0;
    let equal = 0;
    for (let s = 0; s < draws.length; s++) {
      if (draws[s] < observed[i]) below += exp(logWeights[s]);
      else if (draws[s] === observed[i]) equal += exp(logWeights[s]);
    }
    const share = stream === undefined ? 1 : drawUniform(stream);
    return Math.min(below + share * equal, 1);
  });
}

/** Refuses observed values that do not stand beside their draws. */
export function checkObserved(place: string, observed: ArrayLike<number>, draws: ObservationDraws): void {
  if (observed.length === draws.observations.length) return;
  throw new Error(
    `${place}: observed must hold a number for each of the ${draws.observations.length} observations, ` +
      `got ${observed.length}. Give what the draws replicate.`,
  );
}
