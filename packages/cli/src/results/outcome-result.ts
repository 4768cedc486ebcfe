/** The KPI as the model sees it, period by period: expected, without media, and with its noise. */

import {
  type BaselineOutcome,
  baselineOutcome,
  expectedOutcome,
  type Outcome,
  predictedOutcome,
} from "@mmm/model";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { result, windowed } from "./result.js";

interface Outcomes {
  readonly expected: Outcome;
  readonly predicted: Outcome;
  readonly baseline: BaselineOutcome;
}

export const outcomeResult = windowed(
  result(
    "the KPI by period: expected, with its noise, and without media",
    (fit, options): Outcomes => ({
      expected: expectedOutcome(fit, options),
      predicted: predictedOutcome(fit, options),
      baseline: baselineOutcome(fit, options),
    }),
    ({ expected, predicted, baseline }, { interval }) => {
      const header = intervalHeader(interval);
      const totals = [
        ...["total", formatNumber(expected.total.mean), formatInterval(predicted.total)],
        ...[formatNumber(baseline.total.mean), formatInterval(baseline.total)],
      ];
      const rows = expected.periods.map((period, t) => [
        ...[period, formatNumber(expected.perPeriod.mean[t]!), endsAt(predicted, t)],
        ...[formatNumber(baseline.perPeriod.mean[t]!), endsAt(baseline, t)],
      ]);
      const table = formatTable({
        headers: ["period", "expected\nKPI", `${header}\nwith noise`, "without\nmedia", header],
        rows: [...rows, totals],
      });
      const risk = formatShare(baseline.probabilityNegative);
      return `${table}\n\nThe baseline is below 0 in total with probability ${risk}.`;
    },
  ),
);

function endsAt({ perPeriod }: Outcome, t: number): string {
  return formatInterval({ low: perPeriod.low[t]!, high: perPeriod.high[t]! });
}
