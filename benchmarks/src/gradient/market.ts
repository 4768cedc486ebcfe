/** The data of the measurement: weeks × geos × channels of a synthetic geo market, from a seed. */

import { drawNormal, drawUniform, randomStream, type RandomStream } from "@mmm/numerics";

export const featureCount = 13;
export const controlCount = 4;

export interface MarketSize {
  readonly name: string;
  readonly times: number;
  readonly geos: number;
  readonly channels: number;
}

export const marketSizes: readonly MarketSize[] = [
  { name: "S", times: 156, geos: 1, channels: 6 },
  { name: "M", times: 156, geos: 10, channels: 10 },
  { name: "L", times: 156, geos: 50, channels: 20 },
  { name: "XL", times: 1095, geos: 50, channels: 20 },
];

/** Flat arrays, the last axis fastest. */
export interface Market extends MarketSize {
  /** [geo, channel, time] spend ≥ 0, of the order of 1 */
  readonly spend: Float64Array;
  /** [feature, time] sine and cosine of six harmonics of the year, and a trend from −1 to 1 */
  readonly features: Float64Array;
  /** [geo, control, time] */
  readonly controls: Float64Array;
  /** [geo, time] */
  readonly outcome: Float64Array;
}

/** Log-normal weeks, switched on and off in flights of some six weeks. */
function drawSpend(stream: RandomStream, { times, geos, channels }: MarketSize): Float64Array {
  const spend = new Float64Array(geos * channels * times);
  let on = true;
  for (let i = 0; i < spend.length; i++) {
    if (drawUniform(stream) < 1 / 6) on = !on;
    const size = Math.exp(0.5 * drawNormal(stream));
    spend[i] = on ? size : 0;
  }
  return spend;
}

function makeFeatures(times: number): Float64Array {
  const features = new Float64Array(featureCount * times);
  for (let t = 0; t < times; t++) {
    for (let harmonic = 1; harmonic <= 6; harmonic++) {
      const angle = (2 * Math.PI * harmonic * t) / 52.18;
      features[(2 * harmonic - 2) * times + t] = Math.sin(angle);
      features[(2 * harmonic - 1) * times + t] = Math.cos(angle);
    }
    features[12 * times + t] = (2 * t) / times - 1;
  }
  return features;
}

function drawNormals(stream: RandomStream, count: number, scale: number): Float64Array {
  return Float64Array.from({ length: count }, () => scale * drawNormal(stream));
}

export function drawMarket(size: MarketSize, seed: number): Market {
  const stream = randomStream(seed, "market", size.name);
  const spend = drawSpend(stream.split("spend"), size);
  const controls = drawNormals(stream.split("controls"), size.geos * controlCount * size.times, 1);
  const outcome = drawNormals(stream.split("outcome"), size.geos * size.times, 1);
  for (let i = 0; i < outcome.length; i++) outcome[i]! += 2;
  return { ...size, spend, features: makeFeatures(size.times), controls, outcome };
}
