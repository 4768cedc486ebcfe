/** The default beliefs, each with its reason. All effects are in units of the mean KPI. */

import type { Prior } from "@mmm/distributions";

/** What each default says and why. */
export interface DefaultPrior {
  readonly prior: Prior;
  readonly why: string;
}

/** Prior and reason of every parameter that a spec may leave out (those of transforms stand with the transforms). */
export const defaultPriors = {
  intercept: {
    prior: { distribution: "normal", mean: 1, sd: 0.5 },
    why: "without media, trend and controls, sales stay of the order of their mean; ±2 sd spans 0 to twice the mean",
  },
  trend: {
    prior: { distribution: "normal", mean: 0, sd: 0.5 },
    why: "from the first to the last period sales rarely more than double or vanish",
  },
  seasonality: {
    prior: { distribution: "normal", mean: 0, sd: 0.2 },
    why: "a harmonic of 20 % of the mean is a strong season; several add up to more",
  },
  control: {
    prior: { distribution: "normal", mean: 0, sd: 0.3 },
    why: "one standard deviation of a control (or an event) moves sales by less than the mean, either way",
  },
  coefficient: {
    prior: { distribution: "half-normal", sd: 0.5 },
    why: "advertising does not hurt, and one saturated channel rarely carries more than the mean of all sales",
  },
  roi: {
    prior: { distribution: "log-normal", logMean: 0.2, logSd: 0.9 },
    why: "Meridian's default: median 1.2, 90 % between 0.28 and 5.4 in units of KPI per unit of spend",
  },
  "marginal-roi": {
    prior: { distribution: "log-normal", logMean: 0, logSd: 0.5 },
    why: "Meridian's default: the next unit of spend returns between 0.4 and 2.3 with 90 %, less than the average one",
  },
  contribution: {
    prior: { distribution: "beta", alpha: 1, beta: 19 },
    why: "one channel carries 5 % of sales on average and seldom more than 15 %; no share is ruled out",
  },
  spread: {
    prior: { distribution: "half-normal", sd: 0.5 },
    why: "cells differ by some tens of per cent; a factor of three between ordinary cells is possible, not expected",
  },
  interceptSpread: {
    prior: { distribution: "half-normal", sd: 0.5 },
    why: "cells are counted in units of their size, so their levels differ by a fraction of the mean",
  },
  coefficientSpread: {
    prior: { distribution: "half-normal", sd: 0.2 },
    why: "cells react to season, trend and controls alike, up to a fifth of their mean",
  },
  timeEffect: {
    prior: { distribution: "half-normal", sd: 0.1 },
    why: "a week that is good or bad everywhere is so by some per cent, after season and events",
  },
  knot: {
    prior: { distribution: "normal", mean: 0, sd: 0.3 },
    why: "a level between knots moves by a third of the mean KPI either way, besides the intercept",
  },
  slopeChange: {
    prior: { distribution: "laplace", location: 0, scale: 0.1 },
    why: "most change points change nothing; as in Prophet, the Laplace prior lets a few do so",
  },
  event: {
    prior: { distribution: "normal", mean: 0, sd: 0.3 },
    why: "a holiday moves sales by less than the mean, either way",
  },
  noise: {
    prior: { distribution: "half-normal", sd: 0.3 },
    why: "weekly sales scatter around a usable model by a fraction of their mean",
  },
  degreesOfFreedom: {
    prior: { distribution: "gamma", shape: 2, rate: 0.1 },
    why: "Juárez and Steel: from heavy tails to nearly normal, never so heavy that the mean does not exist",
  },
} as const satisfies Readonly<Record<string, DefaultPrior>>;
