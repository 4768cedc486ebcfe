/** Brings a chain that starts far from the posterior near enough for its warm-up to learn something. */
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import { placesUphill } from "../pathfinder/places-uphill.js";
import type { LogDensity } from "../target.js";

/**
 * Per parameter, in nats. The log density of draws lies about ½ per parameter below the mode; a chain at twenty times this
 * is as far from the posterior as one at twenty times its temperature, and is there after some ten transitions.
 */
const nearEnough = 10;

/** Over so many iterations the way must lead up by more than that, or the chain is near enough. */
const patience = 5;

/** The way from 10¹¹ nats below took 40. */
const mostIterations = 200;

/**
 * Where the log density is far higher nearby, moves `point` up to the first place of a quasi-Newton search that is within ten nats
 * per parameter of the highest. Random starts can lie so far out that each transition, which cannot do more than turn half of
 * what is missing into momentum, takes a small step of a long way: a mix model of 178 parameters lost 550 of its 800 draws of warm-up
 * on it, and the metric that it had learned on the way never recovered. The search ends as soon as it no longer gains
 * much, so it neither goes on to the mode nor down the neck of a funnel; a start that is near enough is left as it is.
 *
 * `point` must be inside the support.
 *
 * @returns evaluations of the density
 */
export function walkUphill(density: LogDensity, point: PhasePoint): number {
  const near = nearEnough * density.dimension;
  const { places, evaluations } = placesUphill(density, point.position.slice(), {
    iterations: mostIterations,
    goesOn: (so) =>
      so.length <= patience || so[so.length - 1 - patience].value - so[so.length - 1].value > near,
  });
  const lowest = Math.min(...places.map(({ value }) => value));
  const first = places.find(({ value }) => value <= lowest + near);
  if (first === undefined || first === places[0]) return evaluations;
  point.position.set(first.point);
  point.logDensity = -first.value;
  for (let i = 0; i < first.gradient.length; i++) point.gradient[i] = -first.gradient[i];
  return evaluations;
}
