/** Laws that hold for every simulated market, national or a panel. */

import {
  checkDataset,
  type Dataset,
  datasetRoles,
  hashDataset,
  readDataset,
  writeDatasetCsv,
} from "@mmm/data";
import { expect } from "vitest";
import type { Market } from "./simulate-market.js";

/** |got − wanted| / |wanted|. */
export function relativeError(got: number, wanted: number): number {
  return Math.abs(got - wanted) / Math.max(Math.abs(wanted), 1e-300);
}

/** The data have no errors, and their CSV reads back bit for bit. */
export function expectSoundData(dataset: Dataset): void {
  expect(checkDataset(dataset).filter(({ severity }) => severity === "error")).toEqual([]);
  const text = writeDatasetCsv(dataset);
  const again = readDataset({ name: "market.csv", text }, datasetRoles(dataset));
  expect(hashDataset(again)).toBe(hashDataset(dataset));
}

/** A market whose first channel is new is otherwise the old one, whatever the order of its channels was. */
export function expectOnlyFirstChannelNew(before: Market, after: Market): void {
  const byName = <Named extends { readonly name: string }>(channels: readonly Named[]): readonly Named[] =>
    channels.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(byName(after.dataset.channels.slice(1))).toEqual(byName(before.dataset.channels));
  expect(byName(after.truth.channels.slice(1))).toEqual(byName(before.truth.channels));
  expect(after.truth.baseline).toEqual(before.truth.baseline);
  expect(after.truth.noise).toEqual(before.truth.noise);
  expect(after.dataset.controls).toEqual(before.dataset.controls);
}
