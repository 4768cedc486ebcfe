/** The model in plain JavaScript, log density and gradient by hand: what a careful programmer writes without tools. */

import { controlCount, featureCount, type Market } from "./market.js";
import { positionLayout } from "./position-layout.js";
import { timeInProcess, type Variant } from "./variant.js";

interface Workspace {
  readonly stock: Float64Array;
  readonly logarithm: Float64Array;
  readonly share: Float64Array;
  readonly season: Float64Array;
  readonly residual: Float64Array;
  readonly seasonAdjoint: Float64Array;
}

function log1pExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Media of one geo and channel: fills stock, log(stock / k) and share, and takes effect · share from the residual. */
function addMedia(
  spend: Float64Array,
  work: Workspace,
  start: number,
  residualStart: number,
  times: number,
  retention: number,
  logHalf: number,
  slope: number,
  effect: number,
): void {
  const { stock, logarithm, share, residual } = work;
  let carried = 0;
  for (let t = 0; t < times; t++) {
    carried = spend[start + t]! + retention * carried;
    stock[start + t] = carried;
    const l = Math.log(carried) - logHalf;
    const h = 1 / (1 + Math.exp(-slope * l));
    logarithm[start + t] = l;
    share[start + t] = h;
    residual[residualStart + t]! -= effect * h;
  }
}

/** Adjoint of `addMedia`: adds to the gradient of retention, half and slope; returns the effect's. */
function pullMedia(
  gradient: Float64Array,
  work: Workspace,
  start: number,
  residualStart: number,
  times: number,
  retention: number,
  slope: number,
  effect: number,
  precision: number,
  [atRetention, atHalf, atSlope]: readonly [number, number, number],
): number {
  const { stock, logarithm, share, residual } = work;
  let [effectAdjoint, halfAdjoint, slopeAdjoint, retentionAdjoint, adjoint] = [0, 0, 0, 0, 0];
  for (let t = times - 1; t >= 0; t--) {
    const h = share[start + t]!;
    const g = residual[residualStart + t]! * precision;
    effectAdjoint += g * h;
    const a = stock[start + t]!;
    let own = 0;
    if (a > 0) {
      const weight = g * effect * h * (1 - h);
      slopeAdjoint += weight * logarithm[start + t]!;
      halfAdjoint += weight;
      own = (weight * slope) / a;
    }
    adjoint = own + retention * adjoint;
    if (t > 0) retentionAdjoint += adjoint * stock[start + t - 1]!;
  }
  gradient[atSlope]! += slopeAdjoint * slope;
  gradient[atHalf]! -= halfAdjoint * slope;
  gradient[atRetention]! += retentionAdjoint * retention * (1 - retention);
  return effectAdjoint;
}

/** Priors and Jacobians: fills the gradient. */
function addPriors(market: Market, x: Float64Array, gradient: Float64Array): number {
  const at = positionLayout(market);
  const { channels } = market;
  let density = 0;
  for (let c = 0; c < channels; c++) {
    const u = x[at.retention + c]!;
    density -= 2 * log1pExp(-u) + 3 * log1pExp(u);
    gradient[at.retention + c] = 2 - 5 / (1 + Math.exp(-u));
    density += addHalfNormal(x, gradient, at.half + c, 3);
    density += addHalfNormal(x, gradient, at.slope + c, 2);
    density += addHalfNormal(x, gradient, at.effectSpread + c, 0.5);
  }
  density += addNormals(x, gradient, at.effectMean, channels, -1.5, 1);
  density += addNormals(x, gradient, at.deviation, market.geos * channels, 0, 1);
  density += addNormals(x, gradient, at.baseline, market.geos, 0, 2);
  density += addNormals(x, gradient, at.seasonality, featureCount, 0, 0.5);
  density += addNormals(x, gradient, at.controlWeights, controlCount, 0, 1);
  return density + addHalfNormal(x, gradient, at.noise, 1);
}

function addHalfNormal(x: Float64Array, gradient: Float64Array, at: number, scale: number): number {
  const ratio = Math.exp(x[at]!) / scale;
  gradient[at] = 1 - ratio * ratio;
  return x[at]! - 0.5 * ratio * ratio;
}

function addNormals(
  x: Float64Array,
  gradient: Float64Array,
  start: number,
  count: number,
  mean: number,
  scale: number,
): number {
  let density = 0;
  for (let i = start; i < start + count; i++) {
    const z = (x[i]! - mean) / scale;
    gradient[i] = -z / scale;
    density -= 0.5 * z * z;
  }
  return density;
}

/** residual = outcome − mean, media left out. */
function startResidual(market: Market, x: Float64Array, work: Workspace): void {
  const at = positionLayout(market);
  const { times, geos, features, controls, outcome } = market;
  const { season, residual } = work;
  season.fill(0);
  for (let j = 0; j < featureCount; j++) {
    const weight = x[at.seasonality + j]!;
    for (let t = 0; t < times; t++) season[t]! += weight * features[j * times + t]!;
  }
  for (let g = 0; g < geos; g++) {
    const baseline = x[at.baseline + g]!;
    for (let t = 0; t < times; t++) residual[g * times + t] = outcome[g * times + t]! - baseline - season[t]!;
    for (let k = 0; k < controlCount; k++) {
      const weight = x[at.controlWeights + k]!;
      const start = (g * controlCount + k) * times;
      for (let t = 0; t < times; t++) residual[g * times + t]! -= weight * controls[start + t]!;
    }
  }
}

/** Adjoint of `startResidual`. */
function pullBaseline(market: Market, gradient: Float64Array, work: Workspace, precision: number): void {
  const at = positionLayout(market);
  const { times, geos, features, controls } = market;
  const { residual, seasonAdjoint } = work;
  seasonAdjoint.fill(0);
  for (let g = 0; g < geos; g++) {
    let total = 0;
    for (let t = 0; t < times; t++) {
      total += residual[g * times + t]!;
      seasonAdjoint[t]! += residual[g * times + t]!;
    }
    gradient[at.baseline + g]! += total * precision;
    for (let k = 0; k < controlCount; k++) {
      const start = (g * controlCount + k) * times;
      let sum = 0;
      for (let t = 0; t < times; t++) sum += residual[g * times + t]! * controls[start + t]!;
      gradient[at.controlWeights + k]! += sum * precision;
    }
  }
  for (let j = 0; j < featureCount; j++) {
    let sum = 0;
    for (let t = 0; t < times; t++) sum += seasonAdjoint[t]! * features[j * times + t]!;
    gradient[at.seasonality + j]! += sum * precision;
  }
}

function evaluate(market: Market, x: Float64Array, gradient: Float64Array, work: Workspace): number {
  const at = positionLayout(market);
  const { times, geos, channels, spend } = market;
  let density = addPriors(market, x, gradient);
  startResidual(market, x, work);
  const effects = new Float64Array(geos * channels);
  const retentions = new Float64Array(channels);
  const slopes = new Float64Array(channels);
  for (let c = 0; c < channels; c++) {
    retentions[c] = 1 / (1 + Math.exp(-x[at.retention + c]!));
    slopes[c] = Math.exp(x[at.slope + c]!);
    const spread = Math.exp(x[at.effectSpread + c]!);
    for (let g = 0; g < geos; g++) {
      const cell = g * channels + c;
      effects[cell] = Math.exp(x[at.effectMean + c]! + spread * x[at.deviation + cell]!);
    }
  }
  for (let g = 0; g < geos; g++) {
    for (let c = 0; c < channels; c++) {
      const cell = g * channels + c;
      addMedia(
        spend,
        work,
        cell * times,
        g * times,
        times,
        retentions[c]!,
        x[at.half + c]!,
        slopes[c]!,
        effects[cell]!,
      );
    }
  }
  const precision = Math.exp(-2 * x[at.noise]!);
  let squares = 0;
  for (const r of work.residual) squares += r * r;
  density -= 0.5 * precision * squares + geos * times * x[at.noise]!;
  gradient[at.noise]! += precision * squares - geos * times;
  for (let g = 0; g < geos; g++) {
    for (let c = 0; c < channels; c++) {
      const cell = g * channels + c;
      const places = [at.retention + c, at.half + c, at.slope + c] as const;
      const adjoint =
        effects[cell]! *
        pullMedia(
          gradient,
          work,
          cell * times,
          g * times,
          times,
          retentions[c]!,
          slopes[c]!,
          effects[cell]!,
          precision,
          places,
        );
      const spread = Math.exp(x[at.effectSpread + c]!);
      gradient[at.effectMean + c]! += adjoint;
      gradient[at.effectSpread + c]! += adjoint * spread * x[at.deviation + cell]!;
      gradient[at.deviation + cell]! += adjoint * spread;
    }
  }
  pullBaseline(market, gradient, work, precision);
  return density;
}

export function javascriptVariant(market: Market, position: Float64Array): Variant {
  const cells = market.geos * market.channels * market.times;
  const work: Workspace = {
    stock: new Float64Array(cells),
    logarithm: new Float64Array(cells),
    share: new Float64Array(cells),
    season: new Float64Array(market.times),
    residual: new Float64Array(market.geos * market.times),
    seasonAdjoint: new Float64Array(market.times),
  };
  const scratch = new Float64Array(position.length);
  return {
    name: "javascript",
    evaluate: (gradient) => evaluate(market, position, gradient, work),
    time: (repetitions) => timeInProcess(() => evaluate(market, position, scratch, work), repetitions),
  };
}
