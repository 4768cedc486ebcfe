/** The model of the measurement, written once as an expression. */

import {
  add,
  arrange,
  axis,
  constant,
  contract,
  exp,
  type Expression,
  geometricRecursion,
  hill,
  input,
  log,
  logistic,
  mean,
  multiply,
  negate,
  type Operand,
  softplus,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";
import { controlCount, featureCount, type Market } from "./market.js";

export interface ModelExpression {
  readonly logDensity: Expression;
  /** In the order of `positionLayout`. */
  readonly variables: readonly Expression[];
  /** [geo, time] expected outcome */
  readonly mean: Expression;
  /** What the priors speak of, where the variables are something else. */
  readonly stated: { readonly effectMean: Expression; readonly baseline: Expression };
}

/**
 * What the sampler moves. `"stated"`: what the priors speak of. `"pinned"`: what the data pin, by shifts, whose Jacobian is 1: of
 * each geo the mean level with its media instead of without, of each channel the log of its mean contribution instead of its
 * largest effect (docs/decisions/data-pinned-coordinates.md).
 */
export type Coordinates = "stated" | "pinned";

function normal(x: Expression, location: number, scale: number): Expression {
  return multiply(sum(square(subtract(x, location))), -0.5 / (scale * scale));
}

/** Half-normal density of e^x with the Jacobian of the exponential. */
function halfNormalOfLog(x: Expression, value: Expression, scale: number): Expression {
  return add(normal(value, 0, scale), sum(x));
}

function total(terms: readonly Expression[]): Expression {
  return terms.reduce((sumSoFar, term) => add(sumSoFar, term));
}

export function writeModel(market: Market, coordinates: Coordinates = "stated"): ModelExpression {
  const [geo, channel, time] = [
    axis("geo", market.geos),
    axis("channel", market.channels),
    axis("time", market.times),
  ];
  const [feature, control] = [axis("feature", featureCount), axis("control", controlCount)];
  const u = input("retention", [channel]);
  const logHalf = input("half", [channel]);
  const logSlope = input("slope", [channel]);
  const effectVariable = input("effectMean", [channel]);
  const logSpread = input("effectSpread", [channel]);
  const deviation = input("deviation", [geo, channel]);
  const level = input("baseline", [geo]);
  const seasonality = input("seasonality", [feature]);
  const weights = input("controlWeights", [control]);
  const logNoise = input("noise");

  const [half, slope, spread, noise] = [exp(logHalf), exp(logSlope), exp(logSpread), exp(logNoise)];
  const stock = geometricRecursion(constant(market.spend, [geo, channel, time]), logistic(u), "time");
  const share = hill(stock, half, slope);
  const isPinned = coordinates === "pinned";
  const effectMean = isPinned ? subtract(effectVariable, log(mean(share, ["geo", "time"]))) : effectVariable;
  const effect = arrange(exp(add(effectMean, multiply(spread, deviation))), [geo, channel]);
  const media = contract(effect, share, ["channel"]);
  const baseline = isPinned ? subtract(level, contract(effect, mean(share, ["time"]), ["channel"])) : level;
  const season = contract(seasonality, constant(market.features, [feature, time]), ["feature"]);
  const controls = contract(weights, constant(market.controls, [geo, control, time]), ["control"]);
  const expected = total([media, controls, add(baseline, season)]);
  const residual = subtract(constant(market.outcome, [geo, time]), expected);
  const count: Operand = market.geos * market.times;
  const logLikelihood = subtract(
    multiply(multiply(sum(square(residual)), exp(multiply(logNoise, -2))), -0.5),
    multiply(logNoise, count),
  );
  return {
    logDensity: total([
      logLikelihood,
      negate(sum(add(multiply(softplus(negate(u)), 2), multiply(softplus(u), 3)))),
      halfNormalOfLog(logHalf, half, 3),
      halfNormalOfLog(logSlope, slope, 2),
      halfNormalOfLog(logSpread, spread, 0.5),
      halfNormalOfLog(logNoise, noise, 1),
      normal(effectMean, -1.5, 1),
      normal(deviation, 0, 1),
      normal(baseline, 0, 2),
      normal(seasonality, 0, 0.5),
      normal(weights, 0, 1),
    ]),
    variables: [
      u,
      logHalf,
      logSlope,
      effectVariable,
      logSpread,
      deviation,
      level,
      seasonality,
      weights,
      logNoise,
    ],
    mean: expected,
    stated: { effectMean, baseline },
  };
}
