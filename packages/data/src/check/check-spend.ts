/** Money and media beside each other: tiny channels, spend without exposure and the reverse, prices out of line. */
import type { Channel, Dataset } from "../dataset/dataset.js";
import { totalSpend } from "../dataset/select-channel.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { byCell, inAll } from "./by-cell.js";
import { placeOf } from "./place-of.js";
import { median } from "./robust-deviations.js";
import { checkThresholds } from "./thresholds.js";

/** Spend shares, then each channel's spend beside its exposure. */
export function checkSpend(dataset: Dataset): readonly Issue[] {
  return [
    ...checkShares(dataset),
    ...dataset.channels.flatMap((channel) => [
      ...checkPresence(dataset, channel),
      ...checkCost(dataset, channel),
    ]),
  ];
}

function checkShares(dataset: Dataset): readonly Issue[] {
  const totals = dataset.channels.map(({ name }) => totalSpend(dataset, name));
  const total = totals.reduce((a, b) => a + b, 0);
  const limit = checkThresholds.spendShare.value;
  return dataset.channels.flatMap(({ name }, k) => {
    const spent = totals[k]!;
    // A channel without any spend has its own issue.
    if (spent === 0 || spent / total >= limit) return [];
    return [
      makeIssue({
        code: "data.small-spend-share",
        severity: "warning",
        place: placeOf(dataset, { channel: name }),
        rule: `a channel should have at least ${100 * limit} % of the total spend`,
        got: `${showNumber((100 * spent) / total)} %`,
        advice: "Merge it with a similar channel, or expect an ROI that repeats its prior.",
      }),
    ];
  });
}

function checkPresence(dataset: Dataset, { name, spend, exposure }: Channel): readonly Issue[] {
  if (exposure === undefined) return [];
  const all = [...spend.keys()];
  const unpaid = all.filter((p) => spend[p] === 0 && exposure.values[p]! > 0);
  const unseen = all.filter((p) => spend[p]! > 0 && exposure.values[p] === 0);
  const issue = (
    code: string,
    rule: string,
    got: string,
    positions: readonly number[],
    advice: string,
  ): Issue => {
    const place = placeOf(dataset, { channel: name, position: positions[0]! });
    return makeIssue({
      code,
      severity: "warning",
      place,
      rule,
      got: got + inAll(positions.length, dataset),
      advice,
    });
  };
  const issues: Issue[] = [];
  if (unpaid.length > 0) {
    const got = `exposure ${showNumber(exposure.values[unpaid[0]!]!)} and no spend`;
    const advice = "Move the spend to the period in which it ran, or take free media out of the column.";
    issues.push(
      issue("data.exposure-without-spend", "exposure should have been paid for", got, unpaid, advice),
    );
  }
  if (unseen.length > 0) {
    const got = `spend ${showNumber(spend[unseen[0]!]!)} and no exposure`;
    const advice = "Fill in the exposure that was bought, or leave the exposure out of the roles.";
    issues.push(
      issue("data.spend-without-exposure", "spend should have bought exposure", got, unseen, advice),
    );
  }
  return issues;
}

/** Prices differ between cells, so each is held against its own median. */
function checkCost(dataset: Dataset, { name, spend, exposure }: Channel): readonly Issue[] {
  if (exposure === undefined) return [];
  const limit = checkThresholds.costPerExposureFactor.value;
  const width = dataset.periods.length;
  const bought = byCell(dataset.cells, exposure.values);
  const far = byCell(dataset.cells, spend).flatMap((paid, g) => {
    const times = [...paid.keys()].filter((t) => paid[t]! > 0 && bought[g]![t]! > 0);
    if (times.length === 0) return [];
    const costs = Float64Array.from(times, (t) => paid[t]! / bought[g]![t]!);
    const usual = median(costs);
    return times.flatMap((t, i) => {
      const factor = Math.max(costs[i]! / usual, usual / costs[i]!);
      return factor > limit ? [{ position: g * width + t, cost: costs[i]!, usual, factor }] : [];
    });
  });
  if (far.length === 0) return [];
  const farthest = far.reduce((a, b) => (b.factor > a.factor ? b : a));
  return [
    makeIssue({
      code: "data.cost-per-exposure",
      severity: "warning",
      place: placeOf(dataset, { channel: name, position: farthest.position }),
      rule: `cost per exposure should be within ${limit} times its median ${showNumber(farthest.usual)}, up or down`,
      got: `${showNumber(farthest.cost)}${inAll(far.length, dataset)}`,
      advice: "Check that spend and exposure cover the same media and use the same units throughout.",
    }),
  ];
}
