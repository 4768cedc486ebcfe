/** Finding one channel of a data set by name, and its total spend. */
import { sum } from "@mmm/numerics";
import { makeIssue } from "../issue/issue.js";
import { IssueError } from "../issue/issue-error.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import type { Channel, Dataset } from "./dataset.js";

/**
 * The channel of a name.
 *
 * @param dataset  the data set
 * @param name     the channel's name, spelt exactly
 * @returns        the channel
 * @throws  {IssueError} `data.unknown-channel`, with the nearest name
 * @example
 * selectChannel(exampleDataset(), "tv").spend.length; // => 104
 */
export function selectChannel(dataset: Dataset, name: string): Channel {
  const channel = dataset.channels.find((candidate) => candidate.name === name);
  if (channel !== undefined) return channel;
  const names = dataset.channels.map((candidate) => candidate.name);
  throw new IssueError([
    makeIssue({
      code: "data.unknown-channel",
      place: { file: dataset.name, channel: name },
      rule: "must be a channel of the data set",
      got: showValue(name),
      allowed: names.join(", "),
      advice: didYouMean(name, names, "Choose one of them."),
    }),
  ]);
}

/**
 * What a channel cost over all cells and periods.
 *
 *     total = Σ spend[cell, time]
 *
 * @param dataset  the data set
 * @param channel  the channel's name
 * @returns        money, in the unit of the spend column, ≥ 0
 * @throws  {IssueError} `data.unknown-channel`
 * @example
 * const market = makeDataset({
 *   name: "two weeks",
 *   periods: ["2024-01-01", "2024-01-08"],
 *   kpi: { name: "revenue", values: Float64Array.of(1000, 1200) },
 *   channels: [{ name: "tv", spend: Float64Array.of(20, 50) }],
 * });
 * totalSpend(market, "tv"); // => 70
 */
export function totalSpend(dataset: Dataset, channel: string): number {
  return sum(selectChannel(dataset, channel).spend);
}
