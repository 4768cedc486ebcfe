import { type ColumnTable as ArqueroTable, table } from "arquero";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { describe, expect, test } from "vitest";
import type { Draws } from "../draws/draws.js";
import { exampleDraws } from "../draws/example-draws.js";
import { anyDraws, axesOf } from "../files/any-draws.contract.js";
import { columnsFromDraws } from "../files/draws-columns.js";
import { fromArrow } from "./from-arrow.js";
import { fromParquet } from "./from-parquet.js";
import { fromTable } from "./from-table.js";
import { toArrow } from "./to-arrow.js";
import { toParquet } from "./to-parquet.js";

/** Tables hold no count of warm-up's leapfrogs. */
const asFromTable = (draws: Draws): Draws => ({
  ...draws,
  statistics: { ...draws.statistics, warmupLeapfrogs: NaN },
});

describe("draws", () => {
  test("survive Arrow to the bit, their axes and statistics included", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        expect(fromArrow(toArrow(draws))).toEqual(draws);
      }),
    );
  });

  test("survive Parquet to the bit, their axes and statistics included", async () => {
    await fc.assert(
      fc.asyncProperty(anyDraws, async (draws) => {
        expect(await fromParquet(toParquet(draws))).toEqual(draws);
      }),
    );
  });

  test("survive a table of arquero, whose verbs may have filtered it", () => {
    const draws = exampleDraws();
    const whole = table(columnsFromDraws(draws));
    const options = { axes: axesOf(draws) };
    expect(fromTable(whole, options)).toEqual(asFromTable(draws));
    const later: ArqueroTable = whole
      .filter((row: Record<string, number>) => row[".iteration"]! > 100)
      .reify();
    const half = fromTable(later, options);
    expect([half.chains, half.draws]).toEqual([draws.chains, draws.draws - 100]);
    expect(half.parameters[0]!.values[0]).toBe(draws.parameters[0]!.values[100]);
  });

  test("of files that others wrote take their axes from the options", async () => {
    const columns = { ".chain": [1, 1, 2, 2], "roi[1]": [1, 2, 3, 4], "roi[2]": [5, 6, 7, 8] };
    const axes = { roi: [{ name: "channel", coordinates: ["tv", "radio"] }] };
    const arrow = tableToIPC(tableFromArrays(columns), { format: "stream" })!;
    const columnData = Object.entries(columns).map(([name, data]) => ({ name, data }));
    const parquet = new Uint8Array(parquetWriteBuffer({ columnData, codec: "UNCOMPRESSED" }));
    for (const draws of [fromArrow(arrow, { axes }), await fromParquet(parquet, { axes })]) {
      expect(draws.chains).toBe(2);
      expect(draws.parameters).toMatchObject([{ name: "roi", axes: axes.roi }]);
      expect(draws.statistics.warmupLeapfrogs).toBeNaN();
    }
  });

  test("are refused where a cell is no number, with its column and row", () => {
    const words = tableToIPC(tableFromArrays({ mu: [1, 2], sigma: [3, null] }), {})!;
    expect(() => fromArrow(words)).toThrow(
      'table, column "sigma", row 1: must be a number, got null. Leave the column out, or fill its gaps with NaN.',
    );
  });

  test("are refused where somebody has changed the metadata", () => {
    const columns = tableFromArrays({ mu: [1, 2] });
    for (const text of ["{", "null", '{"axes":{}}']) {
      columns.schema.metadata = new Map([["mmm.draws", text]]);
      expect(() => fromArrow(tableToIPC(columns, {})!)).toThrow(
        /^table: its metadata "mmm.draws" must be the JSON/,
      );
    }
  });
});
