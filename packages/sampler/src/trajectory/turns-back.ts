/** The no-U-turn criterion on the union of two neighbouring trees. */
import type { Tree } from "./tree.js";

/**
 * Whether the union of `first` and `second` (where `second` continues `first`) has begun to turn back. A stretch from
 * point a to point b with velocity sum ρ goes on while a·ρ > 0 and b·ρ > 0. Three stretches are asked: the union, `first`
 * with the first point of `second`, and `second` with the last point of `first`; the two cross checks see the turn of a
 * trajectory whose period is nearly the length of one half. Writes the velocity sum of the union into `sum`, which may be
 * `second.velocitySum`. Everything in one pass, because this is half of the sampler's own work.
 *
 * @source betancourt2017
 */
export function turnsBack(first: Tree, second: Tree, sum: Float64Array): boolean {
  if (first.head === first.tail) return pairTurnsBack(first.velocitySum, second.velocitySum, sum);
  const sumFirst = first.velocitySum;
  const sumSecond = second.velocitySum;
  const head1 = first.head.velocity;
  const tail1 = first.tail.velocity;
  const head2 = second.head.velocity;
  const tail2 = second.tail.velocity;
  let whole1 = 0;
  let whole2 = 0;
  let into1 = 0;
  let into2 = 0;
  let from1 = 0;
  let from2 = 0;
  for (let i = 0; i < sum.length; i++) {
    const rho1 = sumFirst[i];
    const rho2 = sumSecond[i];
    const a = head1[i];
    const b = tail1[i];
    const c = head2[i];
    const d = tail2[i];
    const rho = rho1 + rho2;
    const rhoInto = rho1 + c;
    const rhoFrom = rho2 + b;
    sum[i] = rho;
    whole1 += a * rho;
    whole2 += d * rho;
    into1 += a * rhoInto;
    into2 += c * rhoInto;
    from1 += b * rhoFrom;
    from2 += d * rhoFrom;
  }
  // Written so that NaN counts as turning.
  return !(whole1 > 0 && whole2 > 0 && into1 > 0 && into2 > 0 && from1 > 0 && from2 > 0);
}

/** Two single points: the three stretches are one and the same. */
function pairTurnsBack(first: Float64Array, second: Float64Array, sum: Float64Array): boolean {
  let whole1 = 0;
  let whole2 = 0;
  for (let i = 0; i < sum.length; i++) {
    const a = first[i];
    const b = second[i];
    const rho = a + b;
    sum[i] = rho;
    whole1 += a * rho;
    whole2 += b * rho;
  }
  return !(whole1 > 0 && whole2 > 0);
}
