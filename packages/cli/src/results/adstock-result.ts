/** Carry-over as a table: half-lives, and the share of an effect that has come by some lags. */

import { type AdstockCurve, adstockCurves } from "@mmm/model";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { result } from "./result.js";

/** Lags of which a terminal has room to tell. */
const lags = [0, 1, 2, 4, 8] as const;

export const adstockResult = result(
  "how long each channel works: half-lives and shares by lag",
  (fit, { evenIfUntrustworthy = false, interval }) => adstockCurves(fit, { evenIfUntrustworthy, interval }),
  (curves, { interval }) => {
    const table = formatTable({
      headers: ["channel", "half-life", intervalHeader(interval), ...lags.map((lag) => `lag ${lag}`)],
      rows: curves.map((curve) => [
        ...[curve.channel, formatNumber(curve.halfLife.mean), formatInterval(curve.halfLife)],
        ...lags.map((lag) => shareAt(curve, lag)),
      ]),
    });
    return `${table}\n\nHalf-lives in periods; shares of the whole effect that come at a lag.`;
  },
);

function shareAt({ lag: known, share }: AdstockCurve, lag: number): string {
  const place = known.indexOf(lag);
  return place < 0 ? "–" : formatShare(share.mean[place]!);
}
