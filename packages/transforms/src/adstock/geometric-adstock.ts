/** Geometric adstock: what media leaves behind fades by the same share every period. */

import {
  axis,
  divide,
  type Expression,
  geometricRecursion,
  multiply,
  type Operand,
  powers,
  subtract,
  sum,
} from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { leadSetting, normalizeSetting, refuseLongLead } from "./window-settings.js";
import { windowedStock } from "./windowed-stock.js";
import { withLead } from "./with-lead.js";

/** Choices of the geometric adstock. */
export interface GeometricSettings {
  /** Whether the weights sum to one; default `true`. */
  readonly normalize: boolean;
  /** Number of periods that an effect lasts, the first included, or `null` for no end; default `null`. */
  readonly window: number | null;
  /** Number of periods by which effects begin before the media; default 0. */
  readonly lead: number;
}

/**
 * Geometric adstock: of what media left in one period, the share `retention` is still there in the next.
 *
 *     without a window   stock[t] = x[t] + retention · stock[t − 1],   stock[−1] = 0
 *     with a window      stock[t] = Σ_l retention^l · x[t − l],        l = 0 … window − 1
 *
 * With `normalize` (default) the stock is divided by the sum of all weights, 1 / (1 − retention) without a window, so that
 * a steady flow of media stays what it is: carry-over then moves effects in time without changing their size, and the
 * retention does not trade against the coefficient.
 *
 * With a `lead` the stock is taken that many periods early, stock[t] = … x[t + lead − l]: media that is announced works
 * before it runs. PyMC-Marketing's window "before" is a lead of `window − 1`, its "overlap" one of ⌊(window − 1) / 2⌋.
 *
 * PyMC-Marketing's `l_max` is `window`; Meridian's `max_lag` is `window − 1` (and it never takes a window longer than the
 * series); Robyn's geometric adstock is `{ normalize: false }` without a window; LightweightMMM's is the default.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `retention` (α), share carried to the next period, in [0, 1); 1 is possible with a window.
 *                    In graphs: axes among the rows
 * @param settings    `normalize` (true), `window` (null), `lead` (0)
 * @returns           the axes of both, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source jin2017
 * @example
 * geometricAdstock(Float64Array.of(1, 0, 0), { retention: 0.5 }); // => [0.5, 0.25, 0.125]
 * geometricAdstock(Float64Array.of(1, 0, 0), { retention: 0.5 }, { normalize: false, window: 2 }); // => [1, 0.5, 0]
 */
export const geometricAdstock = defineTransform<"retention", GeometricSettings>({
  kind: "geometric",
  title: "geometric adstock",
  parameters: {
    retention: {
      meaning: "share carried to the next period",
      symbol: "α",
      unit: "share",
      support: "unit-interval",
      prior: { distribution: "beta", alpha: 2, beta: 3 },
      why:
        "mean 0.4, 90 % between 0.1 and 0.75: half of a weekly effect is gone within a few days to two and a half weeks; " +
        "keeps from 0 (no memory at all) and from 1 (no forgetting, which a trend would explain as well)",
    },
  },
  settings: {
    normalize: normalizeSetting,
    window: {
      meaning: "number of periods that an effect lasts, the first included, or null for no end",
      default: null,
      why: "no cut to choose and to defend; a recursion costs less than the sum over a window",
      range: "a whole number ≥ 1 or null",
      contains: (value) => value === null || (Number.isInteger(value) && Number(value) >= 1),
    },
    lead: leadSetting,
  },
  nonNegative: false,
  refuse: ({ retention }, { window, normalize, lead }) =>
    window === null
      ? retention === 1
        ? 'parameter "retention" must be below 1 without a window, got 1. Give a smaller share, or a window.'
        : undefined
      : refuseLongLead({}, { window, normalize, lead }),
  rule: (x, { retention }, settings) =>
    settings.window === null
      ? endless(x, retention, settings)
      : windowed(x, retention, settings, settings.window),
});

function endless(x: Expression, retention: Operand, { normalize, lead }: GeometricSettings): Expression {
  const stock = withLead(x, lead, (media, time) => geometricRecursion(media, retention, time));
  return normalize ? multiply(stock, subtract(1, retention)) : stock;
}

function windowed(
  x: Expression,
  retention: Operand,
  { normalize, lead }: GeometricSettings,
  window: number,
): Expression {
  const weights = powers(retention, axis("lag", window));
  return windowedStock(x, normalize ? divide(weights, sum(weights, ["lag"])) : weights, lead);
}
