/** Money and media beside each other: tiny channels, spend without exposure and the reverse, prices out of line. */
import type { Channel, Dataset } from "../dataset/dataset.js";
import { totalSpend } from "../dataset/select-channel.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { inAll } from "./check-series.js";
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
  const periods = [...spend.keys()];
  const unpaid = periods.filter((t) => spend[t] === 0 && exposure.values[t]! > 0);
  const unseen = periods.filter((t) => spend[t]! > 0 && exposure.values[t] === 0);
  const issue = (
    code: string,
    rule: string,
    got: string,
    times: readonly number[],
    advice: string,
  ): Issue => {
    const place = placeOf(dataset, { channel: name, time: times[0]! });
    return makeIssue({
      code,
      severity: "warning",
      place,
      rule,
      got: got + inAll(times.length, spend.length),
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

function checkCost(dataset: Dataset, { name, spend, exposure }: Channel): readonly Issue[] {
  if (exposure === undefined) return [];
  const times = [...spend.keys()].filter((t) => spend[t]! > 0 && exposure.values[t]! > 0);
  if (times.length === 0) return [];
  const costs = Float64Array.from(times, (t) => spend[t]! / exposure.values[t]!);
  const usual = median(costs);
  const factor = (i: number): number => Math.max(costs[i]! / usual, usual / costs[i]!);
  const limit = checkThresholds.costPerExposureFactor.value;
  const far = [...costs.keys()].filter((i) => factor(i) > limit);
  if (far.length === 0) return [];
  const farthest = far.reduce((a, b) => (factor(b) > factor(a) ? b : a));
  return [
    makeIssue({
      code: "data.cost-per-exposure",
      severity: "warning",
      place: placeOf(dataset, { channel: name, time: times[farthest]! }),
      rule: `cost per exposure should be within ${limit} times its median ${showNumber(usual)}, up or down`,
      got: `${showNumber(costs[farthest]!)}${inAll(far.length, spend.length)}`,
      advice: "Check that spend and exposure cover the same media and use the same units throughout.",
    }),
  ];
}
