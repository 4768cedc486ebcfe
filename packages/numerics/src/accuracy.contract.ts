/** How far results are from reference numbers; what the tests of every function here measure with. */
import { readFileSync } from "node:fs";

/** A function's value at exact arguments: the true number is high + low, the nearest double and what it lost. */
export interface ReferencePoint {
  readonly args: readonly number[];
  readonly high: number;
  readonly low: number;
}

/** The points of one function in a `*.reference.json` beside the test; `low` is 0 where only doubles are known. */
export function referencePoints(file: URL, name: string): readonly ReferencePoint[] {
  const { functions } = JSON.parse(readFileSync(file, "utf8")) as { functions: Record<string, number[][]> };
  const rows = functions[name];
  if (rows === undefined) throw new Error(`reference: ${name} is not in ${file.pathname}`);
  return rows.map((row) => ({ args: row.slice(0, -2), high: row.at(-2)!, low: row.at(-1)! }));
}

/** The distance between this double's magnitude and the next larger one. */
function ulp(x: number): number {
  const float = Float64Array.of(Math.abs(x));
  const bits = new BigInt64Array(float.buffer);
  bits[0] += 1n;
  return float[0] - Math.abs(x);
}

/** |got − true| in units of the true value's last place. */
export function ulpsOff(got: number, { high, low }: ReferencePoint): number {
  if (got === high && low === 0) return 0;
  const off = Math.abs(got - high - low) / ulp(high);
  return Number.isNaN(off) ? Infinity : off;
}

/** |got / true − 1|. */
export function relativeError(got: number, { high, low }: ReferencePoint): number {
  if (got === high && low === 0) return 0;
  const off = Math.abs((got - high - low) / high);
  return Number.isNaN(off) ? Infinity : off;
}

/** The largest error over the points, with the arguments where it occurs, for a readable failure. */
export function worstError(
  of: (...args: number[]) => number,
  points: readonly ReferencePoint[],
  measure: (got: number, point: ReferencePoint) => number,
): { readonly error: number; readonly at: readonly number[] } {
  let worst = { error: 0, at: [] as readonly number[] };
  for (const point of points) {
    const error = measure(of(...point.args), point);
    if (error > worst.error) worst = { error, at: point.args };
  }
  return worst;
}
