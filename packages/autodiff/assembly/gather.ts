/** Rows taken by index, and their way back. */

/** Byte address of row index[j] of slab i of an array [n2, lags, n0]. */
function rowAt(x: usize, index: usize, i: i32, j: i32, n0: i32, lags: i32): usize {
  const row = <i32>load<f64>(index + ((<usize>j) << 3));
  return x + ((<usize>(i * lags + row) * n0) << 3);
}

export function gather(out: usize, x: usize, index: usize, n2: i32, n1: i32, n0: i32, lags: i32): void {
  const bytes = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      memory.copy(out, rowAt(x, index, i, j, n0, lags), bytes);
      out += bytes;
    }
  }
}

export function scatterAdd(out: usize, g: usize, index: usize, n2: i32, n1: i32, n0: i32, lags: i32): void {
  const bytes = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const row = rowAt(out, index, i, j, n0, lags);
      for (let t: usize = 0; t < bytes; t += 8) store<f64>(row + t, load<f64>(row + t) + load<f64>(g + t));
      g += bytes;
    }
  }
}
