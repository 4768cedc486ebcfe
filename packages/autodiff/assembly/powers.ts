/** Powers x⁰ … x^(lags−1), by repeated multiplication, and their pullback. */

/** out[i, l] = x[i]^l */
export function powers(out: usize, x: usize, n: i32, lags: i32): void {
  for (let i = 0; i < n; i++) {
    const base = load<f64>(x + ((<usize>i) << 3));
    let power: f64 = 1;
    for (let l = 0; l < lags; l++) {
      store<f64>(out, power);
      power *= base;
      out += 8;
    }
  }
}

/** out[i] = Σ_l l · x[i]^(l−1) · g[i, l] */
export function powersPullback(out: usize, g: usize, x: usize, n: i32, lags: i32): void {
  for (let i = 0; i < n; i++) {
    const base = load<f64>(x + ((<usize>i) << 3));
    let power: f64 = 1;
    let sum: f64 = 0;
    for (let l = 1; l < lags; l++) {
      sum += <f64>l * power * load<f64>(g + ((<usize>l) << 3));
      power *= base;
    }
    store<f64>(out + ((<usize>i) << 3), sum);
    g += (<usize>lags) << 3;
  }
}
