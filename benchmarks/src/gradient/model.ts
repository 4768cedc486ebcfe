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
  logistic,
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
}

function normal(x: Expression, mean: number, scale: number): Expression {
  return multiply(sum(square(subtract(x, mean))), -0.5 / (scale * scale));
}

/** Half-normal density of e^x with the Jacobian of the exponential. */
function halfNormalOfLog(x: Expression, value: Expression, scale: number): Expression {
  return add(normal(value, 0, scale), sum(x));
}

function total(terms: readonly Expression[]): Expression {
  return terms.reduce((sumSoFar, term) => add(sumSoFar, term));
}

export function writeModel(market: Market): ModelExpression {
  const [geo, channel, time] = [
    axis("geo", market.geos),
    axis("channel", market.channels),
    axis("time", market.times),
  ];
  const [feature, control] = [axis("feature", featureCount), axis("control", controlCount)];
  const u = input("retention", [channel]);
  const logHalf = input("half", [channel]);
  const logSlope = input("slope", [channel]);
  const effectMean = input("effectMean", [channel]);
  const logSpread = input("effectSpread", [channel]);
  const deviation = input("deviation", [geo, channel]);
  const baseline = input("baseline", [geo]);
  const seasonality = input("seasonality", [feature]);
  const weights = input("controlWeights", [control]);
  const logNoise = input("noise");

  const [half, slope, spread, noise] = [exp(logHalf), exp(logSlope), exp(logSpread), exp(logNoise)];
  const effect = exp(add(effectMean, multiply(spread, deviation)));
  const stock = geometricRecursion(constant(market.spend, [geo, channel, time]), logistic(u), "time");
  const media = contract(arrange(effect, [geo, channel]), hill(stock, half, slope), ["channel"]);
  const season = contract(seasonality, constant(market.features, [feature, time]), ["feature"]);
  const controls = contract(weights, constant(market.controls, [geo, control, time]), ["control"]);
  const mean = total([media, controls, add(baseline, season)]);
  const residual = subtract(constant(market.outcome, [geo, time]), mean);
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
      effectMean,
      logSpread,
      deviation,
      baseline,
      seasonality,
      weights,
      logNoise,
    ],
  };
}
