/** MarketChange: media and controls as they might have been. */

import { type Dataset, didYouMean, type Issue, makeIssue, showValue, throwIfErrors } from "@mmm/data";
import { mediaValues } from "../scaling.js";

/** How a series changes where the change is made: times a factor, plus an amount, or to other values [cell × time of the data]. */
export type SeriesChange =
  { readonly factor: number } | { readonly add: number } | { readonly values: Float64Array };

/** Changes by the name of the channel or control; media are exposure, or spend where nothing else is known. */
export interface MarketChange {
  readonly media?: Readonly<Record<string, SeriesChange>>;
  readonly controls?: Readonly<Record<string, SeriesChange>>;
}

/** The market as it would have been; [cell × time] each, in the order of the data. */
export interface ChangedMarket {
  readonly media: readonly Float64Array[];
  /** What the change of media costs more, at the price of each cell and period (the channel's mean price where it had no media). */
  readonly addedSpend: readonly Float64Array[];
  /** New value minus value. */
  readonly addedControls: readonly Float64Array[];
}

/** Makes the changes at some positions; refuses names that the data lack and media that would be negative, all at once. */
export function changeMarket(
  place: string,
  dataset: Dataset,
  change: MarketChange,
  positions: Int32Array,
): ChangedMarket {
  const { channels, controls, kpi } = dataset;
  const size = kpi.values.length;
  throwIfErrors([
    ...checkChanges({ place, kind: "media", dataset, known: channels, size }, change.media ?? {}),
    ...checkChanges({ place, kind: "controls", dataset, known: controls, size }, change.controls ?? {}),
  ]);
  const media = channels.map((channel) =>
    changed(mediaValues(channel), own(change.media, channel.name), positions),
  );
  throwIfErrors(channels.flatMap(({ name }, c) => negativeMedia(place, dataset, name, media[c]!)));
  return {
    media,
    addedSpend: channels.map((channel, c) => addedSpend(channel, media[c]!)),
    addedControls: controls.map(({ name, values }) => {
      const after = changed(values, own(change.controls, name), positions);
      return after.map((value, i) => value - values[i]!);
    }),
  };
}

function changed(
  values: Float64Array,
  change: SeriesChange | undefined,
  positions: Int32Array,
): Float64Array {
  const result = values.slice();
  if (change === undefined) return result;
  for (const p of positions) {
    if ("factor" in change) result[p] = values[p]! * change.factor;
    else result[p] = "add" in change ? values[p]! + change.add : change.values[p]!;
  }
  return result;
}

function addedSpend(channel: Dataset["channels"][number], media: Float64Array): Float64Array {
  const before = mediaValues(channel);
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const usual = total(channel.spend) / total(before);
  return media.map((value, i) => {
    const price = before[i]! > 0 ? channel.spend[i]! / before[i]! : usual;
    return value === before[i] ? 0 : (value - before[i]!) * price;
  });
}

/** Names come from users, and every object has a "constructor". */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

interface Checked {
  readonly place: string;
  readonly kind: "media" | "controls";
  readonly dataset: Dataset;
  readonly known: readonly { readonly name: string }[];
  readonly size: number;
}

function checkChanges(
  { place, kind, dataset, known, size }: Checked,
  changes: Readonly<Record<string, SeriesChange>>,
): readonly Issue[] {
  const names = known.map(({ name }) => name);
  const issue = (path: string, rule: string, got: unknown, advice: string): Issue =>
    makeIssue({
      ...{ code: "change.does-not-fit", place: { file: dataset.name, path: `${place}.${kind}${path}` } },
      ...{ rule, got: showValue(got), advice },
    });
  return Object.entries(changes).flatMap(([name, change]) => {
    if (!names.includes(name)) {
      return [
        issue(
          "",
          "must be named in the data",
          name,
          didYouMean(name, names, `Choose of ${names.join(", ")}.`),
        ),
      ];
    }
    const numbers = "factor" in change ? [change.factor] : "add" in change ? [change.add] : change.values;
    if (numbers instanceof Float64Array && numbers.length !== size) {
      const rule = `must have ${size} values, cells × periods`;
      return [issue(`.${name}`, rule, numbers.length, "Give one for each of the data.")];
    }
    const odd = numbers.find((value) => !Number.isFinite(value));
    return odd === undefined ? [] : [issue(`.${name}`, "must be finite", odd, "Give a number.")];
  });
}

function negativeMedia(
  place: string,
  { name, cells, periods }: Dataset,
  channel: string,
  media: Float64Array,
): readonly Issue[] {
  const at = media.findIndex((value) => value < 0);
  if (at < 0) return [];
  const where = { cell: cells[Math.floor(at / periods.length)]!, period: periods[at % periods.length]! };
  return [
    makeIssue({
      code: "change.negative-media",
      place: { file: name, channel, ...where, path: `${place}.media` },
      rule: "media must stay ≥ 0",
      got: String(media[at]),
      advice: "Take away less, or use a factor.",
    }),
  ];
}
