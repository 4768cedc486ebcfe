import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanDataset } from "../clean/clean-dataset.js";
import type { Repair } from "../clean/repair.js";
import { checkDataset } from "../check/check-dataset.js";
import type { Dataset } from "../dataset/dataset.js";
import { hashDataset } from "../dataset/hash-dataset.js";
import { IssueError } from "../issue/issue-error.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readDataset } from "./read-dataset.js";

const columns = ["geo", "brand", "week", "y", "tv", "channel", "clicks", "price", "people"];
const panels = fc.constantFrom<ColumnRoles["panel"]>(undefined, "geo", ["geo", "brand"]);
const wide = fc.record({ panel: panels, starts: fc.constantFrom(undefined, "2024-01-08", "2024-01-09") });
const roles: fc.Arbitrary<ColumnRoles> = fc.oneof(
  wide.map(({ panel, starts }): ColumnRoles => ({
    time: "week",
    panel,
    kpi: { column: "y", starts },
    channels: [{ name: "tv", spend: "tv", exposure: "clicks" }],
    controls: ["price"],
    population: "people",
  })),
  fc
    .tuple(panels, fc.constantFrom(undefined, "zero" as const), fc.constantFrom(undefined, "sum" as const))
    .map(([panel, absent, repeated]): ColumnRoles => ({
      time: "week",
      panel,
      kpi: { column: "y", revenuePerKpi: "price" },
      channels: [],
      mediaRows: { channel: "channel", spend: "tv", exposure: "clicks", absent, repeated },
    })),
);
const levels = { geo: ["N", "S"], brand: ["A", "B", ""], week: ["2024-01-01", "2024-01-08", "2024-01-15"] };
const cellOf = (column: string): fc.Arbitrary<string> => {
  if (column in levels) {
    const usual = fc.constantFrom(...levels[column as "geo"]);
    return fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: fc.string({ maxLength: 3 }) });
  }
  if (column === "channel") return fc.constantFrom("a", "b", "");
  const odd = fc.constantFrom("", "-1", "x", "NaN", "1,5", "inf");
  return fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 9 }).map(String) }, { weight: 1, arbitrary: odd });
};
const wild = fc.array(fc.tuple(...columns.map(cellOf)), { maxLength: 12 });
/** A whole panel with a few cells replaced and a few rows taken out or repeated. */
const spoilt = fc
  .tuple(
    fc.array(fc.tuple(fc.nat({ max: 11 }), fc.constantFrom(...columns.keys())), { maxLength: 3 }),
    fc.array(fc.nat({ max: 11 }), { maxLength: 2 }),
    fc.array(fc.nat({ max: 11 }), { maxLength: 1 }),
    fc.tuple(...columns.map(cellOf)),
    fc.constantFrom(1, 2),
  )
  .map(([cells, without, repeated, others, channels]) => {
    const rows = ["N", "S"].flatMap((geo, g) =>
      levels.week.flatMap((week, t) =>
        ["a", "b"]
          .slice(0, channels)
          .map((channel, k) => [
            geo,
            "A",
            week,
            `${g + t}`,
            `${t + k}`,
            channel,
            `${g * t + k}`,
            `${t}`,
            `${5 + g}`,
          ]),
      ),
    );
    for (const [row, column] of cells) if (row < rows.length) rows[row]![column] = others[column]!;
    return [
      ...rows.filter((_, i) => !without.includes(i)),
      ...repeated.flatMap((i) => (rows[i] ? [rows[i]] : [])),
    ];
  });
const text = fc
  .oneof(wild, spoilt, spoilt)
  .map((rows) => [columns.join(";"), ...rows.map((row) => row.join(";"))].join("\n"));
const repairs = fc.array(
  fc.record({
    fault: fc.constant("missing" as const),
    series: fc.constantFrom("y", "tv", "clicks", "a", "a clicks", "b", "price"),
    repair: fc.constantFrom("zero", "interpolate", "drop-periods", "drop-cells", "drop-series"),
  }),
  { maxLength: 4 },
) as fc.Arbitrary<readonly Repair[]>;

/** A data set that holds what it promises, or issues; any other exception passes through and fails the test. */
function outcome(read: () => Dataset): void {
  try {
    const dataset = read();
    expect(hashDataset(dataset)).toMatch(/^[0-9a-f]{32}$/);
    checkDataset(dataset);
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    expect(error.issues.some(({ severity }) => severity === "error")).toBe(true);
    for (const { message } of error.issues) expect(message).toMatch(/^.+: .+, got .+[.?] .+[.?]$/s);
  }
}

test("any table at all reads under any layout, or gives issues in one grammar", () => {
  fc.assert(
    fc.property(text, roles, (table, use) => outcome(() => readDataset({ name: "a.csv", text: table }, use))),
    { numRuns: 400 },
  );
});

test("any table in two parts reads or gives issues", () => {
  fc.assert(
    fc.property(text, text, roles, (table, other, use) =>
      outcome(() => readDataset({ name: "a.csv", text: table }, use, { name: "b.csv", text: other })),
    ),
    { numRuns: 200 },
  );
});

test("any table with any repairs reads or gives issues", () => {
  fc.assert(
    fc.property(text, roles, repairs, (table, use, list) =>
      outcome(() => cleanDataset({ source: { name: "a.csv", text: table }, roles: use }, list).dataset),
    ),
    { numRuns: 400 },
  );
});
