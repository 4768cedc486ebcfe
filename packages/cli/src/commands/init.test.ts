import { existsSync, readFileSync } from "node:fs";
import { parseConfiguration } from "@mmm/model";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { salesCsv } from "../example-market.contract.js";
import { mmm } from "../made-up-world.contract.js";

const files = { "sales.csv": salesCsv };
const panelCsv = `geo,week,y,x1,x2,population\n${["a", "b"]
  .flatMap((geo) =>
    Array.from({ length: 30 }, (_, t) => {
      const day = new Date(Date.UTC(2024, 0, 1 + 7 * t)).toISOString().slice(0, 10);
      return [geo, day, 50 + ((7 * t) % 11), (3 * t) % 7, (5 * t) % 9, geo === "a" ? 100 : 200].join(",");
    }),
  )
  .join("\n")}\n`;

it("writes what `mmm check` accepts, and says what it guessed and what comes next", async () => {
  const { code, out, err, files: after } = await mmm(["init", "sales.csv"], files);
  expect(code).toBe(0);
  expect(out).toBe(
    `${[
      "time             time (its cells are dates)",
      "KPI              revenue (by its name)",
      "channel          tv + tv_contacts, search + search_clicks (spend and exposure of",
      "                 the same name)",
      "channel          social (its name is that of a medium)",
      "control          promotion (a number that may explain the KPI)",
    ].join("\n")}\n`,
  );
  expect(err).toContain("Written to mmm.yaml. Read it, then: mmm fit sales.csv --config mmm.yaml\n");
  const checked = await mmm(["check", "sales.csv", "--config", "mmm.yaml"], after);
  expect([checked.code, checked.err]).toEqual([0, ""]);
});

it("tells every column and its reason as JSON", async () => {
  const { out } = await mmm(["init", "sales.csv", "--json"], files);
  const { roles, found, leftOut } = JSON.parse(out) as Record<string, unknown> & {
    readonly found: readonly { readonly columns: readonly string[] }[];
    readonly leftOut: readonly { readonly column: string }[];
  };
  expect(roles).toMatchObject({ time: "time", kpi: "revenue" });
  const told = [...found.flatMap(({ columns }) => columns), ...leftOut.map(({ column }) => column)];
  expect(told.toSorted()).toEqual(salesCsv.split("\n")[0]!.split(",").toSorted());
});

it("never replaces a configuration, unless told to", async () => {
  const before = { ...files, "mmm.yaml": "mine" };
  const { code, err, files: after } = await mmm(["init", "sales.csv"], before);
  expect([code, after]).toEqual([2, before]);
  expect(err).toContain(
    "mmm.yaml: a configuration that is there is not replaced, got an existing file. Choose another path with --output, or say --force. [cli.file-exists]",
  );
  const forced = await mmm(["init", "sales.csv", "--force"], before);
  expect([forced.code, forced.files["mmm.yaml"]!.startsWith("# A first configuration")]).toEqual([0, true]);
  const itself = await mmm(["init", "sales.csv", "--output", "sales.csv", "--force"], files);
  expect([itself.code, itself.files]).toEqual([2, files]);
});

it("writes nothing where it cannot guess, and takes a word for it", async () => {
  const odd = { "odd.csv": salesCsv.replace("revenue", "wins") };
  const { code, err, files: after } = await mmm(["init", "odd.csv"], odd);
  expect([code, after]).toEqual([2, odd]);
  expect(err).toContain("[guess.no-kpi]");
  const told = await mmm(["init", "odd.csv", "--kpi", "wins"], odd);
  expect(told.code).toBe(0);
  expect(told.files["mmm.yaml"]).toContain("kpi: wins");
});

it("tells faults of the data, and writes the configuration all the same", async () => {
  const gap = { "gap.csv": salesCsv.replace(/^2023-03-06.*\n/m, "") };
  const { code, err, files: after } = await mmm(["init", "gap.csv"], gap);
  expect([code, err.includes("[data."), "mmm.yaml" in after]).toEqual([0, true, true]);
});

describe("the alternatives that comments name", () => {
  it.each([
    ["national", "sales.csv", salesCsv],
    ["panel", "panel.csv", panelCsv],
  ])("are valid, each in its place: %s", async (_, name, csv) => {
    const { files: after } = await mmm(["init", name], { [name]: csv });
    const lines = after["mmm.yaml"]!.split("\n");
    const alternatives = lines.flatMap((line, i) => {
      const match = /^(\s*)# (or|add): (.*)$/.exec(line);
      if (match === null) return [];
      const [, indent, kind, text] = match;
      const replaced = kind === "add" ? i : lines.findLastIndex((other, k) => k < i && !/^\s*#/.test(other));
      return [lines.map((other, k) => (k === replaced ? `${indent}${text}` : other)).join("\n")];
    });
    expect(alternatives.length).toBeGreaterThan(12);
    for (const text of alternatives) {
      const others = { ...after, "mmm.yaml": text };
      const { code, err } = await mmm(["check", name, "--config", "mmm.yaml"], others);
      expect([code, text === after["mmm.yaml"], code === 0 ? "" : err]).toEqual([0, false, ""]);
    }
  });
});

it("a name that means something in YAML stays a name", async () => {
  const csv = salesCsv.replace("promotion", '"on: {sale} # 50 %"').replace("social", "no");
  const { files: after } = await mmm(["init", "sales.csv"], { "sales.csv": csv });
  expect(parseConfiguration(after["mmm.yaml"]!, "mmm.yaml").columns.controls).toContain("on: {sale} # 50 %");
});

const shared = "../shared/data";
const real = [
  ["pymc-marketing/mmm_example.csv", 2, 2],
  ["robyn/dt_simulated_weekly.csv", 5, 3],
  ["retailer/data.csv", 10, 31],
  ["meridian/national_all_channels.csv", 5, 4],
  ["meridian/geo_all_channels.csv", 5, 4],
  ["param-recovery/small_business.csv", 4, 2],
  ["param-recovery/growing_business.csv", 6, 2],
  ["param-recovery/medium_business.csv", 8, 4],
] as const;

describe.skipIf(!existsSync(shared))(
  "on the data of others (skipped where ../shared/data is missing)",
  () => {
    it.each(real)("%s: %i channels and %i controls, without faults", async (name, channels, controls) => {
      const world = { "data.csv": readFileSync(join(shared, name), "utf8") };
      const { code, out, files: after } = await mmm(["init", "data.csv", "--json"], world);
      expect(code).toBe(0);
      const { roles } = JSON.parse(out) as { readonly roles: Record<string, readonly unknown[]> };
      expect([roles["channels"]!.length, roles["controls"]!.length]).toEqual([channels, controls]);
      expect(await mmm(["check", "data.csv", "--config", "mmm.yaml"], after)).toMatchObject({
        code: 0,
        err: "",
      });
    });
  },
);
