/** The smallest value of a function of one number, without derivatives. */

const goldenShare = (3 - Math.sqrt(5)) / 2;

/** What each of Brent's five points is for: x the best, w the second, v the one before. */
interface Points {
  low: number;
  high: number;
  x: number;
  w: number;
  v: number;
  fx: number;
  fw: number;
  fv: number;
}

/**
 * Brent's method on [low, high]: parabolas through the three best points, golden sections where they do not help. The
 * position of a local minimum, within about `tolerance`.
 *
 * @source brent1973
 */
export function minimizeScalar(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number {
  const start = low + goldenShare * (high - low);
  const value = f(start);
  const p: Points = { low, high, x: start, w: start, v: start, fx: value, fw: value, fv: value };
  let step = 0;
  let before = 0;
  for (;;) {
    const middle = (p.low + p.high) / 2;
    const fine = Math.sqrt(Number.EPSILON) * Math.abs(p.x) + tolerance / 3;
    if (Math.abs(p.x - middle) <= 2 * fine - (p.high - p.low) / 2) return p.x;
    const parabola = Math.abs(before) > fine ? parabolicStep(p, before) : undefined;
    if (parabola === undefined) {
      before = (p.x < middle ? p.high : p.low) - p.x;
      step = goldenShare * before;
    } else {
      before = step;
      const next = p.x + parabola;
      const atEdge = next - p.low < 2 * fine || p.high - next < 2 * fine;
      step = atEdge ? (p.x >= middle ? -fine : fine) : parabola;
    }
    const u = p.x + (Math.abs(step) >= fine ? step : step > 0 ? fine : -fine);
    take(p, u, f(u));
  }
}

/** Step to the vertex of the parabola through x, w, v; nothing when it is no shorter than half the one before last, or leaves the interval. */
function parabolicStep({ x, w, v, fx, fw, fv, low, high }: Points, before: number): number | undefined {
  const r = (x - w) * (fx - fv);
  const t = (x - v) * (fx - fw);
  const size = 2 * (t - r);
  const p = size > 0 ? (x - w) * r - (x - v) * t : (x - v) * t - (x - w) * r;
  const q = Math.abs(size);
  const helps = Math.abs(p) < Math.abs((q * before) / 2) && p > q * (low - x) && p < q * (high - x);
  return helps ? p / q : undefined;
}

/** Takes a new point in, and narrows the interval around the best. */
function take(p: Points, u: number, fu: number): void {
  if (fu <= p.fx) {
    if (u < p.x) p.high = p.x;
    else p.low = p.x;
    Object.assign(p, { v: p.w, fv: p.fw, w: p.x, fw: p.fx, x: u, fx: fu });
    return;
  }
  if (u < p.x) p.low = u;
  else p.high = u;
  if (fu <= p.fw || p.w === p.x) Object.assign(p, { v: p.w, fv: p.fw, w: u, fw: fu });
  else if (fu <= p.fv || p.v === p.x || p.v === p.w) Object.assign(p, { v: u, fv: fu });
}
