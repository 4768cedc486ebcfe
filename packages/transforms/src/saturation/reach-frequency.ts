/** Reach and frequency: those who were reached work as far as the contacts that each of them had. */

import { type Expression, hill, multiply } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";

/**
 * Reach × Hill(frequency): people reached count as far as the number of contacts that each had wears in.
 *
 *     h(reach, frequency) = reach · frequency^slope / (halfFrequency^slope + frequency^slope)
 *
 * Reach is the media: twice the people is twice the effect. What saturates are the contacts per person. Meridian takes
 * the adstock of this product, so it stands before an adstock and not after.
 *
 * @param reach       [time] or [rows…, time]  people reached per period, ≥ 0, in any unit
 * @param parameters  `frequency` [time] or [rows…, time], average contacts of a person reached, ≥ 0;
 *                    `halfFrequency` (k), > 0, contacts at which a person counts half; `slope` (s), > 0. In graphs: axes
 *                    among the rows
 * @returns           the axes of all, time last; in the unit of reach
 * @throws {RangeError} that lists every wrong argument
 * @source google2024
 * @example
 * const frequency = Float64Array.of(2, 2, 0);
 * reachFrequency(Float64Array.of(10, 20, 0), { frequency, halfFrequency: 2, slope: 1 }); // => [5, 10, 0]
 */
export const reachFrequency = defineTransform<
  "frequency" | "halfFrequency" | "slope",
  Record<never, never>,
  "frequency",
  "frequency"
>({
  kind: "reach-frequency",
  title: "reach and frequency",
  series: { frequency: { meaning: "average number of contacts of a person reached", symbol: "f" } },
  parameters: {
    halfFrequency: {
      meaning: "number of contacts at which a person counts half",
      symbol: "k",
      unit: "one",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0.7, logSd: 0.4 },
      why: "median 2 contacts, 90 % between 1.0 and 3.9: one is rarely enough, and the fifth rarely adds what the first did",
    },
    slope: {
      meaning: "steepness of the curve at half-frequency",
      symbol: "s",
      unit: "one",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0.7, logSd: 0.4 },
      why:
        "median 2, 90 % between 1.0 and 3.9: contacts have a threshold, which is why frequency is told apart from reach " +
        "at all",
    },
  },
  settings: {},
  nonNegative: true,
  rule: (reach, { frequency, halfFrequency, slope }) =>
    multiply(reach, hill(frequency as Expression, halfFrequency, slope)),
});
