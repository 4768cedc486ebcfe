/** The address of a series or of one of its values, as far as the data set remembers where it came from. */
import { expandRoles } from "../roles/expand-roles.js";
import type { Dataset } from "../dataset/dataset.js";
import type { Place } from "../issue/issue.js";

/** What is looked at: a channel's spend or exposure, or a column by name; and the period, if it is one value. */
export interface Address {
  readonly channel?: string;
  readonly exposure?: string;
  readonly column?: string;
  readonly time?: number;
}

/** The place of an address. A whole series is placed on the header's line, where its column is named. */
export function placeOf(
  dataset: Pick<Dataset, "name" | "periods" | "source">,
  { channel, exposure, column, time }: Address,
): Place {
  const { source } = dataset;
  const role = source && expandRoles(source.roles).channels.find(({ name }) => name === channel);
  return {
    file: dataset.name,
    line: time === undefined ? source?.headerLine : source?.lines[time],
    column: exposure ?? (channel === undefined ? column : role?.spend),
    channel,
    period: time === undefined ? undefined : dataset.periods[time],
  };
}
