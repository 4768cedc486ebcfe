/** Kernels that look along rows: the largest element, and running products. */

/** Byte offset of the first largest element of a row; NaN counts as largest, so that it is not lost. */
function largest(x: usize, bytes: usize): usize {
  let best: usize = 0;
  for (let t: usize = 8; t < bytes; t += 8) {
    const value = load<f64>(x + t);
    if (value > load<f64>(x + best) || (value != value && load<f64>(x + best) == load<f64>(x + best)))
      best = t;
  }
  return best;
}

export function rowMaximum(out: usize, x: usize, n2: i32, n0: i32): void {
  const bytes = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    store<f64>(out, load<f64>(x + largest(x, bytes)));
    out += 8;
    x += bytes;
  }
}

export function rowMaximumPullback(out: usize, g: usize, x: usize, n2: i32, n0: i32): void {
  const bytes = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    memory.fill(out, 0, bytes);
    store<f64>(out + largest(x, bytes), load<f64>(g));
    out += bytes;
    g += 8;
    x += bytes;
  }
}

export function cumulativeProduct(out: usize, x: usize, n2: i32, n0: i32): void {
  for (let i = 0; i < n2; i++) {
    let product: f64 = 1;
    for (let t = 0; t < n0; t++) {
      product *= load<f64>(x);
      store<f64>(out, product);
      out += 8;
      x += 8;
    }
  }
}

export function cumulativeProductPullback(out: usize, g: usize, x: usize, y: usize, n2: i32, n0: i32): void {
  const bytes = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    let sum: f64 = 0;
    let next: f64 = 0;
    for (let t: isize = bytes - 8; t >= 0; t -= 8) {
      sum = load<f64>(g + t) + next * sum;
      store<f64>(out + t, (t == 0 ? 1 : load<f64>(y + t - 8)) * sum);
      next = load<f64>(x + t);
    }
    out += bytes;
    g += bytes;
    x += bytes;
    y += bytes;
  }
}
