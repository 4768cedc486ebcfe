import { expect, test } from "vitest";
import { readDataset } from "./read-dataset.js";

function controlsOf(levels: readonly string[], otherControls: readonly string[] = []) {
  const rows = levels.map((level, i) => `2024-01-0${i + 1},${i},${i + 1},"${level}",3`);
  const text = `day,y,tv,events,events=sale\n${rows.join("\n")}\n`;
  const controls = [{ column: "events", as: "indicators" } as const, ...otherControls];
  return readDataset({ name: "a.csv", text }, { time: "day", kpi: "y", channels: ["tv"], controls }).controls;
}

test("each level but the words for nothing special becomes a 0/1 control", () => {
  expect(controlsOf(["na", "sale", "", "sale", "fair ", "None"])).toEqual([
    { name: "events=sale", values: Float64Array.of(0, 1, 0, 1, 0, 0) },
    { name: "events=fair", values: Float64Array.of(0, 0, 0, 0, 1, 0) },
  ]);
});

test("without such a word the most frequent level is the usual one, the earliest of equals", () => {
  expect(controlsOf(["rain", "sun", "sun"]).map(({ name }) => name)).toEqual(["events=rain"]);
  expect(controlsOf(["rain", "sun"]).map(({ name }) => name)).toEqual(["events=sun"]);
});

test("a column of one level is refused", () => {
  expect(() => controlsOf(["na", "NA"])).toThrow(
    '1 error\nerror: a.csv, line 1, column "events": a column of indicators must have two or more levels, got only "". Remove it from the controls. [data.one-level]',
  );
});

test("an indicator must not take the name of another series", () => {
  expect(() => controlsOf(["na", "sale"], ["events=sale"])).toThrow(
    '1 error\nerror: a.csv, line 1: the KPI, the channels and the controls must have different names, got "events=sale" twice. Rename the column, or the level of the indicators that makes the name. [data.duplicate-name]',
  );
});
