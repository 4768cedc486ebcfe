/** Half-life adstock: the geometric adstock, told by the periods after which half of an effect is left. */

import { divide, exp } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { geometricAdstock, type GeometricSettings } from "./geometric-adstock.js";

const ln2 = 0.6931471805599453;

/**
 * Half-life adstock: the geometric adstock with retention = 2^(−1 / halfLife).
 *
 * People can say after how many weeks half of an effect is gone; they rarely can say a retention. Where daily and weekly
 * data meet, a half-life only changes its unit.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `halfLife` (h), > 0, in periods. In graphs: axes among the rows
 * @param settings    those of `geometricAdstock`: `normalize`, `window`, `lead`
 * @returns           the axes of both, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source jin2017
 * @example
 * halfLifeAdstock(Float64Array.of(1, 0, 0), { halfLife: 1 }); // => [0.5, 0.25, 0.125]
 */
export const halfLifeAdstock = defineTransform<"halfLife", GeometricSettings>({
  kind: "half-life",
  title: "half-life adstock",
  parameters: {
    halfLife: {
      meaning: "number of periods after which half of an effect is left",
      symbol: "h",
      unit: "periods",
      support: "positive",
      prior: { distribution: "log-normal", logMean: -0.16, logSd: 0.63 },
      why:
        "median 0.85, 90 % between 0.30 and 2.4 periods, which are the retentions between 0.10 and 0.75 that the " +
        "geometric adstock believes in",
    },
  },
  settings: geometricAdstock.settings,
  nonNegative: false,
  rule: (x, { halfLife }, settings) =>
    geometricAdstock.apply(x, { retention: exp(divide(-ln2, halfLife)) }, settings),
});
