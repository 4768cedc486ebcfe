/** Curve: one item's outcome as a function of its money, known with its slope at some points. */

/** Points in rising order; at least one. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly slope: readonly number[];
}

/** The curve between its points as a cubic with the known values and slopes: value and slope. */
export function curveAt(
  { x, y, slope }: Curve,
  at: number,
): { readonly value: number; readonly slope: number } {
  const last = x.length - 1;
  if (last === 0 || at <= x[0]) return { value: y[0] + slope[0] * (at - x[0]), slope: slope[0] };
  if (at >= x[last]) return { value: y[last] + slope[last] * (at - x[last]), slope: slope[last] };
  const k = segmentOf(x, at);
  const width = x[k + 1] - x[k];
  const t = (at - x[k]) / width;
  const rise = y[k + 1] - y[k];
  const [a, b] = [width * slope[k], width * slope[k + 1]];
  // y + a t + (3 rise − 2 a − b) t² + (a + b − 2 rise) t³
  const quadratic = 3 * rise - 2 * a - b;
  const cubic = a + b - 2 * rise;
  return {
    value: y[k] + t * (a + t * (quadratic + t * cubic)),
    slope: (a + t * (2 * quadratic + 3 * t * cubic)) / width,
  };
}

/** The k with x[k] ≤ at < x[k + 1]; the last segment for what lies beyond. */
function segmentOf(x: readonly number[], at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** A curve with one more point; a point that is there already, to rounding, is replaced. */
export function withPoint({ x, y, slope }: Curve, at: number, value: number, rise: number): Curve {
  const near = 1e-12 * (Math.abs(at) + x[x.length - 1] - x[0]);
  const kept = x.flatMap((own, k) =>
    Math.abs(own - at) <= near ? [] : [{ x: own, y: y[k], slope: slope[k] }],
  );
  const points = [...kept, { x: at, y: value, slope: rise }].sort((a, b) => a.x - b.x);
  return { x: points.map((p) => p.x), y: points.map((p) => p.y), slope: points.map((p) => p.slope) };
}

/** What one segment looks like, by its ends: the slopes against the chord. */
export function segmentShape(
  { x, y, slope }: Curve,
  k: number,
): "line" | "concave" | "convex" | "S" | "reverse S" {
  const chord = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
  // Slopes are sums over draws: their rounding is no bend.
  const noise = 1e-9 * Math.max(Math.abs(chord), Math.abs(slope[k]), Math.abs(slope[k + 1]));
  const first = slope[k] - chord;
  const last = slope[k + 1] - chord;
  if (Math.abs(first) <= noise && Math.abs(last) <= noise) return "line";
  if (first >= -noise && last <= noise) return "concave";
  if (first <= noise && last >= -noise) return "convex";
  return first < 0 ? "S" : "reverse S";
}

/** Whether a curve is concave between two of its points, as far as the points tell. */
export function isConcave(curve: Curve, from = 0, to = curve.x.length - 1): boolean {
  for (let k = from; k < to; k++) {
    const shape = segmentShape(curve, k);
    if (shape !== "concave" && shape !== "line") return false;
  }
  return true;
}

/** Σ of curves with its gradient, as a function of all items' money. */
export function riseOf(curves: readonly Curve[]): (x: Float64Array, gradient: Float64Array) => number {
  return (x, gradient) => {
    let total = 0;
    curves.forEach((curve, i) => {
      const { value, slope } = curveAt(curve, x[i]);
      total += value;
      gradient[i] = slope;
    });
    return total;
  };
}

/** [item] |second derivative| of each curve near a point, from the slopes at the ends of a segment. */
export function curvaturesAt(curves: readonly Curve[], at: Float64Array): Float64Array {
  return Float64Array.from(curves, ({ x, slope }, i) => {
    if (x.length < 2) return 0;
    let k = 0;
    while (k < x.length - 2 && x[k + 1] <= at[i]) k++;
    return Math.abs((slope[k + 1] - slope[k]) / (x[k + 1] - x[k]));
  });
}
