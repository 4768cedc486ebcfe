/** A line search for steps that lower a function enough and flatten its slope enough (strong Wolfe conditions). */
import { dot } from "../linear-algebra/dot.js";
import { VALUE_NOISE, type Place, type PlaceAt } from "./place.js";

/** The function at a step along the line. */
interface Trial {
  readonly step: number;
  readonly value: number;
  /** Along the line. */
  readonly slope: number;
  readonly place: Place;
}

interface Search {
  readonly start: Trial;
  /** Whether a step lowers the value as much as the first slope promises, up to rounding. */
  readonly isLower: (trial: Trial) => boolean;
  readonly isFlat: (trial: Trial) => boolean;
  readonly at: (step: number) => Trial;
  /** What rounding does to the value. */
  readonly noise: number;
}

/** The usual constants for quasi-Newton directions: a little decrease, a loose bound on the slope. */
const DECREASE = 1e-4;
const FLATNESS = 0.9;
/** 4^40 times the first step: what falls that far as steeply as at first falls without end. */
const EXPANSIONS_AT_MOST = 40;
const CUTS_AT_MOST = 40;

/**
 * A step along the direction that satisfies the strong Wolfe conditions, by bracketing and cubic interpolation.
 *
 * @param at         evaluates a point
 * @param here       where the search begins
 * @param direction  [n] along which the value falls
 * @param first      step to try first, > 0
 * @returns the place found; one that only lowers the value where none better was found; undefined where none does; one
 *          with value −Infinity where the function falls without end
 * @source nocedal2006 algorithms 3.5, 3.6
 */
export function strongWolfeSearch(
  at: PlaceAt,
  here: Place,
  direction: Float64Array,
  first: number,
): Place | undefined {
  const noise = VALUE_NOISE * Math.abs(here.value);
  const start = { step: 0, value: here.value, slope: dot(here.gradient, direction), place: here };
  const search: Search = {
    start,
    noise,
    isLower: (trial) => trial.value <= start.value + DECREASE * trial.step * start.slope + noise,
    isFlat: (trial) => Math.abs(trial.slope) <= -FLATNESS * start.slope,
    at: (step) => {
      const place = at(here.point.map((value, i) => value + step * direction[i]));
      const slope = dot(place.gradient, direction);
      // A value without a slope can not be worked with, so it counts as outside; −Infinity ends the search.
      const isInside = slope === slope || place.value === -Infinity;
      return { step, value: isInside ? place.value : NaN, slope, place };
    },
  };
  return bracket(search, first)?.place;
}

/** Goes further until a minimum lies between two steps. */
function bracket(search: Search, first: number): Trial | undefined {
  let before = search.start;
  let step = first;
  for (let count = 0; count < EXPANSIONS_AT_MOST; count++) {
    const trial = search.at(step);
    if (trial.value === -Infinity) return trial;
    if (!search.isLower(trial) || (count > 0 && trial.value > before.value + search.noise))
      return cut(search, before, trial);
    if (search.isFlat(trial)) return trial;
    if (trial.slope >= 0) return cut(search, trial, before);
    const further = interpolated(before, trial);
    step = further > 2 * step && further < 10 * step ? further : 4 * step;
    before = trial;
  }
  return { ...before, place: { ...before.place, value: -Infinity } };
}

/** Cuts an interval that holds an acceptable step; `low` is its end with the lower value, from which the slope leads in. */
function cut(search: Search, low: Trial, high: Trial): Trial | undefined {
  for (let count = 0; count < CUTS_AT_MOST; count++) {
    const width = high.step - low.step;
    const middle = low.step + 0.5 * width;
    const guess = interpolated(low, high);
    const inside = (guess - low.step) / width;
    // A cubic is trusted away from the ends; every third cut halves, so that the interval shrinks.
    const trial = search.at(inside > 0.1 && inside < 0.9 && count % 3 !== 2 ? guess : middle);
    if (trial.step === low.step || trial.step === high.step) break;
    if (!search.isLower(trial) || trial.value > low.value + search.noise) high = trial;
    else {
      if (search.isFlat(trial)) return trial;
      if (trial.slope * (high.step - low.step) >= 0) high = low;
      low = trial;
    }
  }
  return low.step > 0 ? low : undefined;
}

/** Where the cubic through two values and slopes has its minimum; NaN where it has none or an end is not finite. */
function interpolated(a: Trial, b: Trial): number {
  const width = b.step - a.step;
  const mean = a.slope + b.slope - (3 * (b.value - a.value)) / width;
  const root = Math.sqrt(mean * mean - a.slope * b.slope) * (width < 0 ? -1 : 1);
  return b.step - (width * (b.slope + root - mean)) / (b.slope - a.slope + 2 * root);
}
