/** Inputs as they go wrong in practice, one folder each: data, configuration, and the words they are refused with. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { marketPreset, plantFaults, simulateMarket } from "@mmm/simulation";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { mmm } from "../src/made-up-world.contract.js";

const folder = fileURLToPath(new URL("bad-input", import.meta.url));
const cases = readdirSync(folder).sort();
const read = (name: string, file: string): string => readFileSync(join(folder, name, file), "utf8");
const fitData = ["fit", "data.csv", "--config", "mmm.yaml", "--output", "fit.json"];

describe("mmm fit refuses with 2, every fault with its address, and writes nothing", () => {
  it("twenty kinds of input and more", () => expect(cases.length).toBeGreaterThanOrEqual(20));

  it.each(cases)("%s", async (name) => {
    const files = { "data.csv": read(name, "data.csv"), "mmm.yaml": read(name, "mmm.yaml") };
    const { code, out, err, files: after } = await mmm(fitData, files);
    expect([code, out, after]).toEqual([2, "", files]);
    await expect(err).toMatchFileSnapshot(join(folder, name, "expected.txt"));
    // Whatever goes wrong is told in one grammar, and never by a stack of calls.
    for (const line of err.trimEnd().split("\n").slice(1)) {
      expect(line).toMatch(/^(error|warning): .+, got .+\. .+ \[[a-z]+\.[a-z-]+\]$/);
    }
  });
});

it("every fault that is planted in a panel is told with its line, column, cell and period", async () => {
  const { dataset } = simulateMarket(marketPreset("geo"), 3);
  const counts = { "missing-value": 3, negative: 3, text: 3, "missing-row": 2, "duplicate-row": 2 };
  const { text, roles, faults } = plantFaults(dataset, counts, 11);
  const files = { "data.csv": text, "mmm.yaml": stringify({ columns: roles }) };
  const { code, out, files: after } = await mmm([...fitData, "--json"], files);
  expect([code, after]).toEqual([2, files]);
  interface Place {
    readonly line?: number;
    readonly column?: string;
    readonly cell?: string;
    readonly period?: string;
  }
  const { issues } = JSON.parse(out) as { readonly issues: readonly { readonly place: Place }[] };
  const untold = faults.filter(
    ({ line, column, cell, period }) =>
      !issues.some(
        ({ place }) =>
          place.cell === cell &&
          place.period === period &&
          (line === null || place.line === line) &&
          (column === null || place.column === column),
      ),
  );
  expect(faults).toHaveLength(13);
  expect(untold).toEqual([]);
});
