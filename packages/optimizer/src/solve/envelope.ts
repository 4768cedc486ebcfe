/** Envelope: the lowest concave line of straight pieces that a curve can not rise above. */

import { type Curve, segmentShape } from "./curve.js";

/** Corners in rising order; slopes between them fall. */
export interface Envelope {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * An upper bound of a curve between two of its points, concave and made of straight pieces. Between neighbouring points the curve
 * is taken to bend at most from one side to the other, once: then it stays below its tangents where it is concave, below its chord
 * where it is convex, and below the tangent of its concave end where it is S-shaped.
 *
 * @param curve  points with slopes
 * @param from   index of the first point
 * @param to     index of the last point, ≥ from
 */
export function envelopeOf(curve: Curve, from = 0, to = curve.x.length - 1): Envelope {
  const x: number[] = [];
  const y: number[] = [];
  const add = (px: number, py: number): void => {
    // The upper hull of points that come in rising order.
    while (x.length > 0 && x[x.length - 1] === px) {
      if (y[y.length - 1] >= py) return;
      x.pop();
      y.pop();
    }
    while (x.length > 1 && !isAbove(x, y, px, py)) {
      x.pop();
      y.pop();
    }
    x.push(px);
    y.push(py);
  };
  add(curve.x[from], curve.y[from]);
  for (let k = from; k < to; k++) {
    const corner = cornerOf(curve, k);
    if (corner !== undefined) add(corner[0], corner[1]);
    add(curve.x[k + 1], curve.y[k + 1]);
  }
  return { x, y };
}

/** Whether the last corner lies above the line from the one before it to the next point. */
function isAbove(x: readonly number[], y: readonly number[], px: number, py: number): boolean {
  const n = x.length;
  return (y[n - 1] - y[n - 2]) * (px - x[n - 2]) > (py - y[n - 2]) * (x[n - 1] - x[n - 2]);
}

/** Where the bound of a segment has its corner; none where it is its chord. */
function cornerOf(curve: Curve, k: number): readonly [number, number] | undefined {
  const { x, y, slope } = curve;
  const [left, right] = [x[k], x[k + 1]];
  switch (segmentShape(curve, k)) {
    case "line":
    case "convex":
      return undefined;
    case "S":
      return [left, y[k + 1] - slope[k + 1] * (right - left)];
    case "reverse S":
      return [right, y[k] + slope[k] * (right - left)];
    case "concave": {
      const bend = slope[k] - slope[k + 1];
      if (!(bend > 0)) return undefined;
      const at = (y[k + 1] - y[k] + slope[k] * left - slope[k + 1] * right) / bend;
      const inside = Math.min(Math.max(at, left), right);
      return [inside, y[k] + slope[k] * (inside - left)];
    }
  }
}

/** The height of an envelope; beyond its ends, that of the end. */
export function envelopeAt({ x, y }: Envelope, at: number): number {
  if (at <= x[0]) return y[0];
  for (let k = 1; k < x.length; k++) {
    if (at <= x[k]) return y[k - 1] + ((y[k] - y[k - 1]) * (at - x[k - 1])) / (x[k] - x[k - 1]);
  }
  return y[y.length - 1];
}

/** The corner at which an envelope is highest above a line of the given slope through 0. */
export function highestAbove({ x, y }: Envelope, price: number): number {
  let low = 0;
  let high = x.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const rise = (y[middle + 1] - y[middle]) / (x[middle + 1] - x[middle]);
    if (rise > price) low = middle + 1;
    else high = middle;
  }
  return low;
}
