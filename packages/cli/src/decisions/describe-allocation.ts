/** An allocation in words and tables. */

import type { Allocation, AllocationRow } from "@mmm/optimizer";
import { formatInterval, formatNumber, formatProbability, formatShare } from "../output/format-number.js";
import { formatTable } from "../output/format-table.js";
import { wrapLines } from "../output/wrap-lines.js";

/** The allocation as text: what it brings, where the money goes, how sure that is. */
export function describeAllocation(allocation: Allocation): string {
  return [
    ...headline(allocation),
    "",
    moneyTable(allocation.channels, allocation.interval),
    "",
    sureTable(allocation),
    "",
    ...notes(allocation),
  ].join("\n");
}

function headline(allocation: Allocation): readonly string[] {
  const { spend, spendToday, outcome, outcomeToday, lift, probabilityOfImprovement, objective } = allocation;
  return wrapLines(
    [
      `Budget ${formatNumber(spend)} (today ${formatNumber(spendToday)}), for the largest ${objective.about}.`,
      `Incremental outcome ${formatNumber(outcomeToday.mean)} today, ${formatNumber(outcome.mean)} by this plan: ` +
        `${formatNumber(lift.mean)} more (${formatInterval(lift)}), better than today's with probability ${formatShare(probabilityOfImprovement)}.`,
    ],
    0,
  );
}

function moneyTable(rows: readonly AllocationRow[], interval: number): string {
  const probability = formatProbability(interval);
  return formatTable({
    headers: [
      "channel",
      "today",
      "plan",
      "change",
      `ROI\ntoday`,
      "ROI\nplan",
      `marginal\nROI today`,
      "marginal\nROI plan",
      `best by draw,\n${probability}`,
    ],
    rows: rows.map((row) => [
      ...[row.channel, formatNumber(row.spendToday), formatNumber(row.spend), changeOf(row)],
      ...[row.roiToday, row.roi].map((roi) => (roi === undefined ? "–" : formatNumber(roi.mean))),
      ...[formatNumber(row.marginalRoiToday.mean), formatNumber(row.marginalRoi.mean)],
      row.optimum === undefined ? "–" : formatInterval(row.optimum),
    ]),
  });
}

function changeOf({ spendToday, spend }: AllocationRow): string {
  if (spendToday === 0) return spend === 0 ? "0 %" : "new";
  const share = Math.round(100 * (spend / spendToday - 1));
  return `${share > 0 ? "+" : ""}${share === 0 ? 0 : share} %`;
}

const advice: Readonly<Record<NonNullable<AllocationRow["direction"]>, string>> = {
  raise: "raise",
  cut: "cut",
  unsettled: "not settled",
  frozen: "frozen",
};

function sureTable({ channels, information }: Allocation): string {
  return formatTable({
    headers: [
      "channel",
      "advice",
      "draws that\nwould raise it",
      "move helps\nwith",
      "worth of\nknowing more",
    ],
    rows: channels.map((row) => [
      ...[
        row.channel,
        row.direction === undefined ? "–" : advice[row.direction],
        formatShare(row.probabilityOfRaise ?? NaN),
      ],
      formatShare(row.probabilityMoveHelps),
      formatNumber(information?.channels.find(({ channel }) => channel === row.channel)?.value ?? NaN),
    ]),
  });
}

function notes(allocation: Allocation): readonly string[] {
  const { regret, information, marginalReturn, solver, channels, isAtUpperEnd, draws, optimumDraws } =
    allocation;
  const far = channels.filter(({ extrapolation }) => extrapolation !== undefined);
  const { certificate } = solver;
  return wrapLines(
    [
      ...(regret && information
        ? [
            `Expected regret: today's plan ${formatNumber(regret.today)}, this plan ${formatNumber(regret.plan)}; knowing everything would be worth ${formatNumber(information.perfect)}.`,
          ]
        : []),
      `One more unit of budget brings ${formatNumber(marginalReturn)}.`,
      ...(isAtUpperEnd ? ["The budget ended at its upper end: more may still pay."] : []),
      ...far.map(
        ({ channel, extrapolation }) =>
          `Extrapolation: ${channel} would spend ${extrapolation === Infinity ? "where it never did" : `${formatNumber(extrapolation!)} times as much in a period as it ever did`}; its response there is the model's form, not data.`,
      ),
      `Solved by ${solver.method} search over ${draws} draws (${optimumDraws} by themselves): ${solver.status}, ${describeGap(certificate)}.`,
    ],
    0,
  );
}

function describeGap({ kind, gap }: Allocation["solver"]["certificate"]): string {
  if (kind === "none" || gap === undefined) return "no bound for this objective";
  const size = gap < 1e-9 ? "closed" : `${(100 * gap).toPrecision(2)} %`;
  return kind === "global" ? `gap to any other plan ${size}` : `gap ${size} where responses are concave`;
}
