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
