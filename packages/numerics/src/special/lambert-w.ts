/** Lambert's W function, the inverse of w · e^w. */
import { productError } from "../elementary/double-double.js";
import { exp } from "../elementary/exp.js";
import { log } from "../elementary/log.js";
import { log1p } from "../elementary/log1p.js";

/** The number e in two parts, and the double next to −1/e where the branch begins. */
const E_HIGH = 2.718281828459045;
const E_LOW = 1.4456468917292502e-16;
const BRANCH_POINT = -0.36787944117144233;
/** Below this argument the distance from the branch point is solved for. */
const NEAR_BRANCH = -0.25;

/**
 * The principal branch of Lambert's W: the w ≥ −1 with w · e^w = x. It inverts costs and responses of the form x e^x,
 * as the time until a delayed effect has decayed to a given share.
 *
 * Error ≤ 4 ulp, beside the branch point −1/e too.
 *
 * @param x  number ≥ −1/e
 * @returns w ≥ −1; NaN below −1/e
 * @source fritsch1973
 * @example
 * lambertW(1); // => 0.5671432904097838
 * lambertW(-0.3); // => -0.4894022271802149
 */
export function lambertW(x: number): number {
  if (!(x > BRANCH_POINT)) return x === BRANCH_POINT ? -1 : NaN;
  if (x === 0 || x === Infinity) return x;
  if (x < NEAR_BRANCH) return nearBranch(x) - 1;
  const logarithm = log1p(x);
  let w = logarithm * (1 - log1p(logarithm) / (2 + logarithm));
  // Each step raises the number of right digits fourfold; the start has one or two.
  for (let step = 0; step < 3; step++) {
    const miss = log(x / w) - w;
    const q = 2 * (1 + w) * (1 + w + (2 / 3) * miss);
    w += (w * miss * (q - miss)) / ((1 + w) * (q - 2 * miss));
  }
  return w;
}

/** d = W + 1, from 1 + (d − 1) e^d = e·x + 1, both sides without cancellation. */
function nearBranch(x: number): number {
  const product = E_HIGH * x;
  const above = product + 1 + (productError(E_HIGH, x, product) + E_LOW * x);
  if (!(above > 0)) return 0;
  const root = Math.sqrt(2 * above);
  let d = root * (1 - root * (1 / 3 - root * (11 / 72 - root * (43 / 540))));
  for (let step = 0; step < 4; step++) d -= (branchSeries(d) - above) / (d * exp(d));
  return d;
}

/** 1 + (d − 1) e^d = d²/2 + d³/3 + d⁴/8 + … = Σ (k − 1) d^k / k! over k ≥ 2. */
function branchSeries(d: number): number {
  let power = d;
  let total = 0;
  for (let k = 2; k < 24; k++) {
    power *= d / k;
    total += (k - 1) * power;
  }
  return total;
}
