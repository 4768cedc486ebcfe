/** What of a prior does not look like sales: mistakes of units and of magnitude, not strong opinions. */

import { type Issue, makeIssue } from "@mmm/data";
import type { Outcome } from "./outcome.js";

/** What the priors say of sales. */
export interface PriorSales {
  /** KPI as the model would predict it, noise included, all cells of the window added up. */
  readonly predicted: Outcome;
  /** Share of predicted values (cell, period and draw) below 0. */
  readonly negativeSales: number;
  /** Share of draws whose baseline adds up to less than 0. */
  readonly negativeBaseline: number;
  /** Share of draws in which media bring more than the whole expected KPI. */
  readonly mediaAboveSales: number;
}

/** Meridian asks for a review of a posterior with more negative baseline than this share; a prior of sales should have no more. */
const mostOdd = 0.2;
/** Widest band of the total, in units of what was sold: beyond it the unit of a prior is wrong more often than not. */
const mostWidth = 10;

interface Check {
  readonly code: string;
  readonly broken: (found: PriorSales, sold: number) => boolean;
  readonly rule: (sold: string) => string;
  readonly got: (found: PriorSales) => string;
  readonly advice: string;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const band = ({ predicted: { total } }: PriorSales): string =>
  `${total.low.toPrecision(3)} to ${total.high.toPrecision(3)}`;

const checks: readonly Check[] = [
  {
    code: "prior.misses-sales",
    broken: ({ predicted: { total } }, sold) => sold < total.low || sold > total.high,
    rule: (sold) => `the interval of total sales should hold what was sold, ${sold}`,
    got: band,
    advice: "Look for priors in the wrong unit; they are in units of the scaled KPI.",
  },
  {
    code: "prior.too-wide",
    broken: ({ predicted: { total } }, sold) => total.high - total.low > mostWidth * Math.abs(sold),
    rule: (sold) =>
      `the interval of total sales should be no wider than ${mostWidth} times what was sold, ${sold}`,
    got: band,
    advice: "Narrow the priors of the intercept, the trend or the media.",
  },
  {
    code: "prior.negative-sales",
    broken: ({ negativeSales }) => negativeSales > mostOdd,
    rule: () => `at most ${percent(mostOdd)} of the predicted values should be below 0`,
    got: ({ negativeSales }) => percent(negativeSales),
    advice: "Narrow the priors of the baseline or of the noise.",
  },
  {
    code: "prior.negative-baseline",
    broken: ({ negativeBaseline }) => negativeBaseline > mostOdd,
    rule: () => `at most ${percent(mostOdd)} of the draws should have a baseline below 0`,
    got: ({ negativeBaseline }) => percent(negativeBaseline),
    advice: "Give the intercept a prior above 0.",
  },
  {
    code: "prior.media-above-sales",
    broken: ({ mediaAboveSales }) => mediaAboveSales > mostOdd,
    rule: () => `media should bring more than all sales in at most ${percent(mostOdd)} of the draws`,
    got: ({ mediaAboveSales }) => percent(mediaAboveSales),
    advice: "Lower the priors of the effects: with many channels, each can only have a small share.",
  },
];

/** The warnings, as values; `sold` is the KPI of the same window, `file` names the data. */
export function priorWarnings(file: string, found: PriorSales, sold: number): readonly Issue[] {
  return checks
    .filter(({ broken }) => broken(found, sold))
    .map(({ code, rule, got, advice }) =>
      makeIssue({
        ...{ code, severity: "warning", place: { file, path: "priorPredictive" } },
        ...{ rule: rule(sold.toPrecision(3)), got: got(found), advice },
      }),
    );
}
