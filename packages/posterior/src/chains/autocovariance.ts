/** Autocovariance of chains at every lag, averaged over the chains. */
import { type Chains, chainOf } from "./chains.js";
import { fourierTransform } from "./fourier.js";
import { chainMeans } from "./chain-means.js";

/** Below this length the plain sum is as fast as the transform (measured), and free of its rounding. */
const shortChain = 64;

/**
 * Mean over chains of the biased autocovariance
 *
 *     a[t] = (1/n) Σ_i (x[i] − x̄)(x[i + t] − x̄),     t = 0 … n − 1
 *
 * each chain around its own mean. Biased (1/n, not 1/(n − t)) because the late lags are noise.
 *
 * @source geyer1992
 */
export function meanAutocovariance(x: Chains): Float64Array {
  return x.draws < shortChain ? autocovarianceBySums(x) : autocovarianceByTransform(x);
}

/** The definition itself: the twin that judges the fast one. */
export function autocovarianceBySums(x: Chains): Float64Array {
  const centred = centreChains(x);
  const n = x.draws;
  const result = new Float64Array(n);
  for (let c = 0; c < x.chains; c++) {
    const chain = chainOf(centred, c);
    for (let lag = 0; lag < n; lag++) {
      let total = 0;
      for (let i = 0; i + lag < n; i++) total += chain[i] * chain[i + lag];
      result[lag] += total;
    }
  }
  return result.map((total) => total / (n * x.chains));
}

/**
 * Through the power spectrum, chains padded with zeros so that lags do not wrap around.
 *
 * Two chains share one transform as real and imaginary part: |Z[k]|² then holds |X[k]|² + |Y[k]|² and a part that
 * is odd in k, which the real part of the way back leaves out.
 */
export function autocovarianceByTransform(x: Chains): Float64Array {
  const centred = centreChains(x);
  const n = x.draws;
  const size = powerOfTwoFrom(2 * n);
  const power = new Float64Array(size);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  for (let c = 0; c < x.chains; c += 2) {
    real.fill(0).set(chainOf(centred, c));
    imaginary.fill(0);
    if (c + 1 < x.chains) imaginary.set(chainOf(centred, c + 1));
    fourierTransform(real, imaginary);
    for (let k = 0; k < size; k++) power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
  }
  fourierTransform(power, imaginary.fill(0));
  return power.slice(0, n).map((total) => total / (size * n * x.chains));
}

/** The smallest power of two that is ≥ length. */
function powerOfTwoFrom(length: number): number {
  let size = 1;
  while (size < length) size *= 2;
  return size;
}

function centreChains(x: Chains): Chains {
  const means = chainMeans(x);
  return { ...x, values: x.values.map((value, i) => value - means[Math.floor(i / x.draws)]) };
}
