/** Response curves as a table, point by point. */

import { responseCurves } from "@mmm/model";
import { formatInterval, formatNumber } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { result, windowed } from "./result.js";

export const curvesResult = windowed(
  result("what each channel would bring with less or more spend", responseCurves, (curves, { interval }) =>
    formatTable({
      headers: ["channel", "spend\n× today", "spend", "incremental\nKPI", intervalHeader(interval)],
      rows: curves.flatMap(({ channel, multiplier, spend, mean, low, high }) =>
        multiplier.map((factor, i) => [
          ...[channel, factor.toFixed(1), formatNumber(spend[i]!), formatNumber(mean[i]!)],
          formatInterval({ low: low[i]!, high: high[i]! }),
        ]),
      ),
    }),
  ),
);
