import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPanel } from "../dataset/any-dataset.contract.js";
import { makeDataset, type Dataset } from "../dataset/dataset.js";
import { hashDataset } from "../dataset/hash-dataset.js";
import { readDataset } from "../read/read-dataset.js";
import type { ColumnRoles } from "../roles/column-roles.js";

/** The panel with spend alone, no history, and columns of plain names; what a long table can say. */
function plain({ dimensions, periods, kpi, channels, controls }: Dataset): Dataset {
  return makeDataset({
    name: "any",
    dimensions: dimensions!.map(({ levels }, d) => ({ name: `d${d}`, levels })),
    periods,
    kpi: { name: "y", values: kpi.values },
    channels: channels.map(({ name, spend }) => ({ name: `${name}.`, spend })),
    controls: [{ name: "z", values: controls[0]!.values }],
  });
}

type Row = Record<string, string | number>;

function keysOf({ dimensions, periods }: Dataset, position: number): Row {
  const [cell, period] = [Math.floor(position / periods.length), position % periods.length];
  const levels = dimensions!.map(({ name, levels: own }) => [name, own[cell]!] as const);
  return { ...Object.fromEntries(levels), day: periods[period]! };
}

function seriesRows(dataset: Dataset): readonly Row[] {
  return [...dataset.kpi.values.keys()].map((p) => ({
    ...keysOf(dataset, p),
    y: dataset.kpi.values[p]!,
    z: dataset.controls[0]!.values[p]!,
  }));
}

function mediaRowsOf(dataset: Dataset): readonly Row[] {
  return [...dataset.kpi.values.keys()].flatMap((p) =>
    dataset.channels.map(({ name, spend }) => ({ ...keysOf(dataset, p), c: name, s: spend[p]! })),
  );
}

const rolesOf = ({ dimensions, channels }: Dataset): ColumnRoles => ({
  time: "day",
  panel: dimensions!.map(({ name }) => name),
  kpi: "y",
  channels: channels.map(({ name }) => name),
  controls: ["z"],
  mediaRows: { channel: "c", spend: "s" },
});

const shuffled = fc.array(fc.nat(), { minLength: 64, maxLength: 64 });

/** The rows in the order of random keys. */
function shuffle<R>(rows: readonly R[], keys: readonly number[]): readonly R[] {
  const order = rows.map((_, i) => i).sort((a, b) => keys[a % 64]! - keys[b % 64]! || a - b);
  return order.map((i) => rows[i]!);
}

test("any panel in a long table, in any order of rows, reads back to the same bits", () => {
  fc.assert(
    fc.property(anyPanel, shuffled, (panel, keys) => {
      const dataset = plain(panel);
      const series = seriesRows(dataset);
      const joined = mediaRowsOf(dataset).map((row, i) => ({ ...row, ...series[Math.floor(i / 2)]! }));
      // One row of each cell leads, so that cells keep their order.
      const leading = joined.filter((_, i) => i % (2 * dataset.periods.length) === 0);
      const records = [
        ...leading,
        ...shuffle(
          joined.filter((row) => !leading.includes(row)),
          keys,
        ),
      ];
      expect(hashDataset(readDataset({ name: "any", records }, rolesOf(dataset)))).toBe(hashDataset(dataset));
    }),
    { numRuns: 60 },
  );
});

test("any panel whose media stand in a table of their own, in any order, reads back to the same bits", () => {
  fc.assert(
    fc.property(anyPanel, shuffled, (panel, keys) => {
      const dataset = plain(panel);
      const source = { name: "any", records: seriesRows(dataset) };
      const media = { name: "media", records: shuffle(mediaRowsOf(dataset), keys) };
      expect(hashDataset(readDataset(source, rolesOf(dataset), media))).toBe(hashDataset(dataset));
    }),
    { numRuns: 60 },
  );
});
