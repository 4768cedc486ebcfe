/** The fingerprint of a data set's content, which ties a saved fit to the data it was fitted to. */
import type { Dataset } from "./dataset.js";
import { murmur3 } from "./murmur3.js";

/**
 * A fingerprint of all content: cells, dimensions, periods, media history, units, names, and the bits of every value, in their
 * order; what a data set does not have leaves no trace in it. The data set's own name and where it was read from do not count, so a renamed file keeps its hash. It finds accidental changes (two different
 * data sets collide by chance once in 2¹²⁸); it is no protection against forgery.
 *
 *     MurmurHash3_x86_128(canonical bytes, seed 0)
 *
 * @param dataset  the data set
 * @returns        32 hexadecimal digits
 * @example
 * hashDataset(exampleDataset()) === hashDataset({ ...exampleDataset(), name: "renamed.csv" }); // => true
 */
export function hashDataset(dataset: Dataset): string {
  const { kpi, channels, controls } = dataset;
  // Every text and array is preceded by its length, so that no two contents have the same bytes.
  const bytes = concatenate([
    ...texts(["mmm-dataset-1", ...dataset.cells]),
    ...texts([String(dataset.periodDays), ...dataset.periods]),
    ...texts([kpi.name, ...(kpi.unit === undefined ? [] : [kpi.unit])]),
    numbers(kpi.values),
    ...channels.flatMap(({ name, spend, exposure }) => [
      ...texts(exposure === undefined ? [name] : [name, exposure.name]),
      numbers(spend),
      ...(exposure === undefined ? [] : [numbers(exposure.values)]),
    ]),
    ...texts([]),
    ...controls.flatMap(({ name, values }) => [...texts([name]), numbers(values)]),
    ...panelBytes(dataset),
  ]);
  return murmur3(bytes)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
}

/**
 * What only some data sets have, so that all others keep the hash they had before there was such a thing. Each part starts with
 * a list of two or more texts, and is so told from a control, which starts with a list of one.
 */
function panelBytes({
  dimensions = [],
  kpi,
  channels,
  population,
  historyPeriods,
  split,
}: Dataset): Uint8Array[] {
  const { revenuePerKpi } = kpi;
  const names = dimensions.map(({ name }) => name);
  // The names of the cells say everything about the one dimension that a panel gets by itself.
  const given = names.length > 1 || (names.length === 1 && names[0] !== "cell");
  return [
    ...(given ? texts(["dimensions", ...names]) : []),
    ...(names.length > 1 ? dimensions.flatMap(({ levels }) => texts(["levels", ...levels])) : []),
    ...(revenuePerKpi ? [...texts(["revenue", revenuePerKpi.name]), numbers(revenuePerKpi.values)] : []),
    ...(population ? [...texts(["population", population.name]), numbers(population.values)] : []),
    ...(historyPeriods ? texts(["history", ...historyPeriods]) : []),
    ...(split
      ? [
          ...texts(["split", split.name]),
          numbers(Float64Array.from(split.train)),
          numbers(Float64Array.from(split.holdout)),
        ]
      : []),
    ...channels.flatMap(({ history }) => [
      ...(history ? [numbers(history.spend)] : []),
      ...(history?.exposure ? [numbers(history.exposure)] : []),
    ]),
  ];
}

function texts(list: readonly string[]): Uint8Array[] {
  return [size(list.length), ...list.flatMap((text) => [size(text.length), codeUnits(text)])];
}

function codeUnits(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), true);
  return new Uint8Array(view.buffer);
}

/** Little-endian on every machine. */
function numbers(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + 8 * values.length));
  view.setUint32(0, values.length, true);
  values.forEach((value, i) => view.setFloat64(4 + 8 * i, value, true));
  return new Uint8Array(view.buffer);
}

function size(count: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, count, true);
  return new Uint8Array(view.buffer);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
