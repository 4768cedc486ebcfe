/** Media that a channel would have for other spend. */

import type { Channel } from "@mmm/data";
import { sum } from "@mmm/numerics";
import { cellSlices } from "../panel/cell-slices.js";
import { mediaOf } from "./buy-media.js";

/**
 * [cell × time] media of some of a channel's cells for a factor on what it had, or for other spend.
 *
 * @param whole   the channel in all cells
 * @param first   the first of the cells
 * @param media   factor, or [cell × time] spend
 * @param length  number of periods
 */
export function mediaFor(
  whole: Channel,
  { first, count }: { readonly first: number; readonly count: number },
  media: number | Float64Array,
  length: number,
): Float64Array {
  const cut = (values: Float64Array): Float64Array =>
    values.subarray(first * length, (first + count) * length);
  if (typeof media === "number") return cut(mediaOf(whole)).map((value) => media * value);
  if (whole.exposure === undefined) return media;
  const [spend, exposure] = [cut(whole.spend), cut(whole.exposure.values)];
  const usual = exposurePerMoney(whole.spend, whole.exposure.values, 0);
  const bought = media.slice();
  cellSlices(bought, count).forEach((own, g) => {
    const [paid, got] = [cellSlices(spend, count)[g]!, cellSlices(exposure, count)[g]!];
    const local = exposurePerMoney(paid, got, usual);
    own.forEach((money, t) => (own[t] = money * (paid[t]! > 0 ? got[t]! / paid[t]! : local)));
  });
  return bought;
}

function exposurePerMoney(spend: Float64Array, exposure: Float64Array, otherwise: number): number {
  const paid = sum(spend);
  return paid > 0 ? sum(exposure) / paid : otherwise;
}
