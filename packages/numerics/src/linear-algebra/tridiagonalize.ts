/** A symmetric matrix turned into a tridiagonal one by reflections (Householder). */

/** A = Vᵀ T V, T tridiagonal. */
interface Tridiagonal {
  /** [n] */
  readonly diagonal: Float64Array;
  /** [n]  beside[i] stands left of diagonal[i]; beside[0] is 0. */
  readonly beside: Float64Array;
  /** [n × n]  row i is the i-th direction. */
  readonly directions: Float64Array;
}

/**
 * Reflects one row after the other, from the last up (EISPACK's tred2, on rows instead of columns).
 *
 * @param matrix  [n × n] symmetric, finite, of moderate size
 * @source wilkinson1971
 */
export function tridiagonalize(matrix: Float64Array, size: number): Tridiagonal {
  const work = { size, rows: matrix.slice(), d: new Float64Array(size), e: new Float64Array(size) };
  for (let j = 0; j < size; j++) work.d[j] = work.rows[j * size + size - 1];
  for (let i = size - 1; i > 0; i--) reflect(work, i);
  accumulate(work);
  return { diagonal: work.d, beside: work.e, directions: work.rows };
}

/** rows holds what is left of the matrix and, beyond, the reflections; d the row under work, e the result beside. */
interface Work {
  readonly size: number;
  readonly rows: Float64Array;
  readonly d: Float64Array;
  readonly e: Float64Array;
}

/** Makes the elements of row i left of the one beside the diagonal zero. */
function reflect({ size, rows, d, e }: Work, i: number): void {
  let scale = 0;
  for (let k = 0; k < i; k++) scale += Math.abs(d[k]);
  let h = 0;
  if (scale === 0) {
    e[i] = d[i - 1];
    for (let j = 0; j < i; j++) {
      d[j] = rows[j * size + i - 1];
      rows[j * size + i] = 0;
      rows[i * size + j] = 0;
    }
  } else {
    for (let k = 0; k < i; k++) {
      d[k] /= scale;
      h += d[k] * d[k];
    }
    const f = d[i - 1];
    const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
    e[i] = scale * g;
    h -= f * g;
    d[i - 1] = f - g;
    updateRest({ size, rows, d, e }, i, h);
  }
  d[i] = h;
}

/** Applies the reflection along d to the leading i × i block from both sides. */
function updateRest({ size, rows, d, e }: Work, i: number, h: number): void {
  e.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const row = j * size;
    const f = d[j];
    rows[i * size + j] = f;
    let g = e[j] + rows[row + j] * f;
    for (let k = j + 1; k < i; k++) {
      g += rows[row + k] * d[k];
      e[k] += rows[row + k] * f;
    }
    e[j] = g;
  }
  let along = 0;
  for (let j = 0; j < i; j++) {
    e[j] /= h;
    along += e[j] * d[j];
  }
  const half = along / (h + h);
  for (let j = 0; j < i; j++) e[j] -= half * d[j];
  for (let j = 0; j < i; j++) {
    const row = j * size;
    const f = d[j];
    const g = e[j];
    for (let k = j; k < i; k++) rows[row + k] -= f * e[k] + g * d[k];
    d[j] = rows[row + i - 1];
    rows[row + i] = 0;
  }
}

/** Multiplies the reflections into directions, and leaves the diagonal in d. */
function accumulate({ size, rows, d, e }: Work): void {
  for (let i = 0; i < size - 1; i++) {
    const next = (i + 1) * size;
    rows[i * size + size - 1] = rows[i * size + i];
    rows[i * size + i] = 1;
    const h = d[i + 1];
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = rows[next + k] / h;
      for (let j = 0; j <= i; j++) {
        const row = j * size;
        let g = 0;
        for (let k = 0; k <= i; k++) g += rows[next + k] * rows[row + k];
        for (let k = 0; k <= i; k++) rows[row + k] -= g * d[k];
      }
    }
    for (let k = 0; k <= i; k++) rows[next + k] = 0;
  }
  for (let j = 0; j < size; j++) {
    d[j] = rows[j * size + size - 1];
    rows[j * size + size - 1] = 0;
  }
  if (size > 0) rows[size * size - 1] = 1;
  e[0] = 0;
}
