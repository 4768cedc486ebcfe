import fc from "fast-check";
import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import { parseColumnRoles } from "./column-roles.js";

function issuesOf(input: unknown): readonly string[] {
  try {
    parseColumnRoles(input);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

const good = {
  time: "week",
  kpi: { column: "revenue", unit: "EUR" },
  channels: ["tv", { name: "search", spend: "search_S", exposure: "clicks" }],
  controls: ["price", { column: "events", as: "indicators" }],
};

test("roles are returned as given", () => {
  expect(parseColumnRoles(good)).toBe(good);
});

test("every fault of the roles is found at once", () => {
  const channels = ["tv", { name: "radio", spent: "radio_S" }, 7];
  expect(
    issuesOf({ tim: "week", kpi: "", channels, controls: [{ column: "events", as: "indicator" }] }),
  ).toEqual([
    "roles.missing-key roles.time: must be given as text, got nothing. Add the key.",
    'roles.out-of-range roles.kpi: must not be empty, got "". Fill it in.',
    "roles.missing-key roles.channels[1].spend: must be given as text, got nothing. Add the key.",
    'roles.unknown-key roles.channels[1].spent: must be a known key, got "spent" (name, spend, exposure). Did you mean "spend"?',
    "roles.wrong-type roles.channels[2]: must be text or an object, got 7. Change the value.",
    'roles.not-allowed roles.controls[0].as: must be one of the allowed values, got "indicator" (indicators). Did you mean "indicators"?',
    'roles.unknown-key roles.tim: must be a known key, got "tim" (time, kpi, channels, controls, panel, population, mediaRows, format). Did you mean "time"?',
  ]);
});

test("roles without a channel are refused", () => {
  expect(issuesOf({ ...good, channels: [] })).toEqual([
    "roles.out-of-range roles.channels: must not be empty, got a list of 0. Fill it in.",
  ]);
});

test("a column plays one part, and a name stands for one series", () => {
  const channels = [
    "tv",
    { name: "tv", spend: "tv_2", exposure: "week" },
    { name: "price", spend: "p" },
    "tv ",
  ];
  expect(issuesOf({ ...good, channels })).toEqual([
    'roles.duplicate-name roles.channels[1].name: the KPI, the channels and the controls must have different names, got "tv" as in roles.channels[0]. Rename one of the two.',
    'roles.column-used-twice roles.channels[1].exposure: a column must play one part only, got "week" as in roles.time. Remove one of the two.',
    'roles.column-used-twice roles.channels[3]: a column must play one part only, got "tv" as in roles.channels[0]. Remove one of the two.',
    'roles.duplicate-name roles.controls[0]: the KPI, the channels and the controls must have different names, got "price" as in roles.channels[2].name. Rename one of the two.',
  ]);
});

test("faults of what panels and media rows need are found at once too", () => {
  const panel = {
    time: "t",
    panel: ["t", ""],
    kpi: { column: "y", starts: "soon", revenuePerKpi: 0 },
    channels: [
      { name: "a", levels: ["x"] },
      { name: "b", exposure: "e", totalSpend: -1 },
    ],
    mediaRows: { channel: "c", absent: "nothing" },
    format: { thousands: "comma", decimal: "comma", delimiter: "tb" },
  };
  expect(issuesOf(panel)).toEqual([
    "roles.out-of-range roles.kpi.revenuePerKpi: must be > 0, got 0. Change the value.",
    'roles.invalid roles.kpi.starts: must be a date, got "soon". Write it as YYYY-MM-DD.',
    "roles.out-of-range roles.channels[1].totalSpend: must be > 0, got -1. Change the value.",
    'roles.out-of-range roles.panel[1]: must not be empty, got "". Fill it in.',
    "roles.missing-key roles.mediaRows.spend: must be given as text, got nothing. Add the key.",
    'roles.not-allowed roles.mediaRows.absent: must be one of the allowed values, got "nothing" (zero). Choose one of them.',
    'roles.not-allowed roles.format.delimiter: must be one of the allowed values, got "tb" (comma, semicolon, tab, bar). Did you mean "tab"?',
    'roles.invalid roles.format.thousands: must differ from the decimal sign, got "comma". Let `decimal` be comma where thousands are separated by points.',
    'roles.column-used-twice roles.panel[0]: a column must play one part only, got "t" as in roles.time. Remove one of the two.',
    'roles.wrong-layout roles.channels[1].exposure: a channel of media rows must be a level, or a name with levels, got "exposure". Name the column in `mediaRows`.',
    'roles.wrong-layout roles.channels[1].totalSpend: a channel of media rows must be a level, or a name with levels, got "totalSpend". Name the column in `mediaRows`.',
  ]);
});

test("channels are columns or levels of media rows, a level of one channel, and none need be listed", () => {
  expect(issuesOf({ ...good, channels: [{ name: "a", levels: ["x"] }] })).toEqual([
    'roles.wrong-layout roles.channels[0].levels: a channel of columns must be a column, or a name with columns, got "levels". Name the channel column in `mediaRows`, or the spend column here.',
  ]);
  const mediaRows = { channel: "c", spend: "revenue" };
  expect(
    issuesOf({ ...good, mediaRows, channels: ["x", { name: "a", levels: ["x", "z"] }, "price"] }),
  ).toEqual([
    'roles.level-used-twice roles.channels[1].levels[0]: a level must belong to one channel only, got "x" as in roles.channels[0]. Remove one of the two.',
    'roles.duplicate-name roles.controls[0]: the KPI, the channels and the controls must have different names, got "price" as in roles.channels[2]. Rename one of the two.',
    'roles.column-used-twice roles.mediaRows.spend: a column must play one part only, got "revenue" as in roles.kpi.column. Remove one of the two.',
  ]);
  expect(issuesOf({ ...good, mediaRows: { channel: "c", spend: "s" }, channels: [] })).toEqual([]);
});

test("the file and the root go into the place", () => {
  expect(() => parseColumnRoles({ ...good, time: 5 }, { file: "model.yaml", root: "data.columns" })).toThrow(
    "error: model.yaml, data.columns.time: must be text, got 5. Change the value. [roles.wrong-type]",
  );
});

test("any value at all is either roles or gives issues", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (time, channels, all) => {
      issuesOf(all);
      issuesOf({ ...good, time, channels });
    }),
  );
});
