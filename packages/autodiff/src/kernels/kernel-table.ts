/** The table of kernels: every operation a program can run, with the meaning of each number in its record. */

/**
 * A kernel's arguments in order. A name that ends in `*` is a buffer (an element offset into the arena of
 * doubles; the WebAssembly backend turns it into a byte address). All others are plain integers.
 *
 * Counts `n2, n1, n0` are loop lengths from the outermost to the innermost; a buffer's strides carry its name
 * (`a2, a1, a0`), in elements. Buffers without strides are contiguous in loop order. Rows are runs of the
 * innermost loop; time is innermost wherever there is time.
 *
 * The position in this table is the operation code inside a record, so rows are only ever appended.
 */
export const kernelTable = {
  /** out[i] = value[0] */
  fill: ["out*", "n", "value*"],
  /** out[strided] = x[strided] */
  copy: ["out*", "x*", "n2", "n1", "n0", "out2", "out1", "out0", "x2", "x1", "x0"],

  /** out = a ∘ b with broadcasting (stride 0); out contiguous */
  add: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  subtract: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  multiply: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  divide: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  /** out[strided] += a[strided] · b[strided]: dot products, matrix products, sums (b = 1), weighted sums */
  contract: [
    ...["out*", "a*", "b*", "n2", "n1", "n0"],
    ...["out2", "out1", "out0", "a2", "a1", "a0", "b2", "b1", "b0"],
  ],

  /** out[i] = f(x[i]) */
  negate: ["out*", "x*", "n"],
  exp: ["out*", "x*", "n"],
  log: ["out*", "x*", "n"],
  log1p: ["out*", "x*", "n"],
  expm1: ["out*", "x*", "n"],
  sqrt: ["out*", "x*", "n"],
  square: ["out*", "x*", "n"],
  reciprocal: ["out*", "x*", "n"],
  tanh: ["out*", "x*", "n"],
  /** 1 / (1 + e^−x) */
  logistic: ["out*", "x*", "n"],
  /** log(1 + e^x) */
  softplus: ["out*", "x*", "n"],
  sin: ["out*", "x*", "n"],
  cos: ["out*", "x*", "n"],
  logGamma: ["out*", "x*", "n"],
  digamma: ["out*", "x*", "n"],
  trigamma: ["out*", "x*", "n"],

  /** Rows: out[t] = x[t] + α · out[t−1], out[−1] = 0; out contiguous, x and α with row strides */
  geometricRecursion: ["out*", "x*", "alpha*", "n2", "n1", "n0", "x2", "x1", "alpha2", "alpha1"],
  /** Rows, backwards in time: out[t] = x[t] + α · out[t+1], out[n] = 0 */
  reverseGeometricRecursion: ["out*", "x*", "alpha*", "n2", "n1", "n0", "x2", "x1", "alpha2", "alpha1"],
  /** Rows: out[row] = Σ_t λ[t] · stock[t−1], λ[t] = g[t] + α · λ[t+1]; g and stock contiguous, out contiguous by row */
  geometricRetentionPullback: ["out*", "g*", "stock*", "alpha*", "n2", "n1", "n0", "alpha2", "alpha1"],

  /** Rows: out[t] = Σ_l w[l] · x[t−l], l = 0 … lags−1, x[<0] = 0; w has row strides and is contiguous in l */
  causalConvolution: ["out*", "x*", "w*", "n2", "n1", "n0", "lags", "x2", "x1", "w2", "w1"],
  /** Rows: out[t] = Σ_l w[l] · x[t+l], x[≥n] = 0 */
  anticausalConvolution: ["out*", "x*", "w*", "n2", "n1", "n0", "lags", "x2", "x1", "w2", "w1"],
  /** Rows: out[row, l] = Σ_t g[t] · x[t−l]; g contiguous, out contiguous [n2, n1, lags] */
  convolutionWeightsPullback: ["out*", "g*", "x*", "n2", "n1", "n0", "lags", "x2", "x1"],

  /** out[i, l] = x[i]^l by repeated multiplication, l = 0 … lags−1 */
  powers: ["out*", "x*", "n", "lags"],
  /** out[i] = Σ_l l · x[i]^(l−1) · g[i, l] */
  powersPullback: ["out*", "g*", "x*", "n", "lags"],

  /**
   * Hill saturation over rows: r = log2(x / k), h = 1 / (1 + 2^(−s r)); where x = 0: h = 0 and
   * r = −1e100, so low that h is 0 and finite so that 0 · r is 0.
   * h, r, x contiguous; k and s per row.
   */
  hill: ["h*", "r*", "x*", "k*", "s*", "n2", "n1", "n0", "k2", "k1", "s2", "s1"],
  /**
   * Its pullback: w = g · h · (1 − h); gx = w · s / x (0 where x = 0); sumW[row] = Σ_t w; sumWr[row] = Σ_t w · r.
   * All contiguous except s.
   */
  hillPullback: [
    ...["gx*", "sumW*", "sumWr*", "g*", "h*", "r*", "x*", "s*"],
    ...["n2", "n1", "n0", "s2", "s1"],
  ],
  /** Logistic saturation over rows: h = (1 − e^(−λx)) / (1 + e^(−λx)) = tanh(λx/2); h, x contiguous */
  logisticSaturation: ["h*", "x*", "rate*", "n2", "n1", "n0", "rate2", "rate1"],
  /** Its pullback: w = g · (1 − h²) / 2; gx = w · λ; sumWx[row] = Σ_t w · x; all contiguous except the rate */
  logisticSaturationPullback: [
    ...["gx*", "sumWx*", "g*", "h*", "x*", "rate*"],
    ...["n2", "n1", "n0", "rate2", "rate1"],
  ],

  /** out = a ∘ b with broadcasting; NaN where an operand is NaN */
  maximum: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  minimum: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  /** 1 where a > b, else 0 */
  greater: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  /** a^b for a ≥ 0; NaN for a < 0 */
  power: ["out*", "a*", "b*", "n2", "n1", "n0", "a2", "a1", "a0", "b2", "b1", "b0"],
  /** out[i] = mask[i] ≠ 0 ? a[i] : b[i] */
  select: ["out*", "mask*", "a*", "b*", "n"],
  /** out[i, j, t] = x[i, index[j], t]; all contiguous, x is [n2, lags, n0], index holds whole numbers below lags */
  gather: ["out*", "x*", "index*", "n2", "n1", "n0", "lags"],
  /** Its pullback: out[i, index[j], t] += g[i, j, t] */
  scatterAdd: ["out*", "g*", "index*", "n2", "n1", "n0", "lags"],
  /** Rows: out[row] = max_t x[row, t] */
  rowMaximum: ["out*", "x*", "n2", "n0"],
  /** Its pullback: out[row, t] = g[row] at the first largest element, else 0 */
  rowMaximumPullback: ["out*", "g*", "x*", "n2", "n0"],
  /** Rows: out[t] = x[0] · … · x[t] */
  cumulativeProduct: ["out*", "x*", "n2", "n0"],
  /** Its pullback: out[t] = y[t−1] · s[t], s[t] = g[t] + x[t+1] · s[t+1], y[−1] = 1; exact where x = 0 */
  cumulativeProductPullback: ["out*", "g*", "x*", "y*", "n2", "n0"],
  /** log Φ(x), the logarithm of the standard normal distribution function */
  normalLogCdf: ["out*", "x*", "n"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type KernelName = keyof typeof kernelTable;

/** The kernels in the order of their operation codes. */
export const kernelNames: readonly KernelName[] = Object.keys(kernelTable) as KernelName[];

/** Integers per record: the operation code, then up to fifteen arguments. */
export const recordLength = 16;
