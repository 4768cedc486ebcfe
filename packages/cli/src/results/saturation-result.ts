/** Saturation curves as a table: what a period brings with some media, in the long run. */

import { saturationCurves } from "@mmm/model";
import { formatInterval, formatNumber } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { ofCells, result } from "./result.js";

/** Points per channel, from nothing to a half more than ever. */
const points = 7;

export const saturationResult = ofCells(
  result(
    "what a period brings in the long run by its media",
    (fit, options) => saturationCurves(fit, { ...options, points }),
    (curves, { interval }) => {
      const rows = curves.flatMap(({ channel, media, spend, response, marginal, extrapolated }) =>
        media.map((own, i) => [
          ...[channel, `${formatNumber(own)}${extrapolated[i] ? " *" : ""}`, formatNumber(spend[i]!)],
          ...[
            formatNumber(response.mean[i]!),
            formatInterval({ low: response.low[i]!, high: response.high[i]! }),
          ],
          formatNumber(marginal.mean[i]!),
        ]),
      );
      const table = formatTable({
        headers: [
          "channel",
          "media per\nperiod",
          "spend",
          "KPI per\nperiod",
          intervalHeader(interval),
          "KPI of the\nnext unit",
        ],
        rows,
      });
      return `${table}\n\n* more than any period had: the form of the curve alone`;
    },
  ),
);
