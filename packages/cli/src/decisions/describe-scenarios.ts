/** Scenarios side by side as tables. */

import type { NamedScenario } from "@mmm/optimizer";
import { formatInterval, formatNumber, formatShare } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { wrapLines } from "../output/wrap-lines.js";

/** Totals of every scenario, then the channels that change. */
export function describeScenarios(scenarios: readonly NamedScenario[], interval: number): string {
  const header = intervalHeader(interval);
  const totals = formatTable({
    headers: ["plan", "spend", "outcome", "more than\ntoday", header, "better\nwith"],
    rows: scenarios.map(({ name, spend, outcome, lift, probabilityOfImprovement }, i) => [
      ...[name, formatNumber(spend), formatNumber(outcome.mean)],
      ...(i === 0
        ? ["–", "–", "–"]
        : [formatNumber(lift.mean), formatInterval(lift), formatShare(probabilityOfImprovement)]),
    ]),
  });
  const changed = scenarios.flatMap(({ name, channels }) =>
    channels
      .filter(({ spend, spendToday, lift }) => spend !== spendToday || lift.sd > 0)
      .map(({ channel, spendToday, spend, lift, marginalRoi }) => [
        ...[`${name}: ${channel}`, formatNumber(spendToday), formatNumber(spend)],
        ...[formatNumber(lift.mean), formatInterval(lift), formatNumber(marginalRoi.mean)],
      ]),
  );
  const details = formatTable({
    headers: ["changed", "today", "plan", "outcome\nmore", header, "marginal\nROI"],
    rows: changed,
  });
  return [totals, ...(changed.length > 0 ? ["", details] : []), ...farNotes(scenarios)].join("\n");
}

function farNotes(scenarios: readonly NamedScenario[]): readonly string[] {
  const notes = scenarios.flatMap(({ name, channels }) =>
    channels.flatMap(({ channel, extrapolation }) =>
      extrapolation === undefined
        ? []
        : [
            `Extrapolation: in "${name}", ${channel} spends more in a period than the data show; its response there is the model's form.`,
          ],
    ),
  );
  return notes.length === 0 ? [] : ["", ...wrapLines(notes, 0)];
}
