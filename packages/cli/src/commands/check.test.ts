import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { mmmYaml, salesCsv, sound, spoiltCsv } from "../example-market.contract.js";
import { mmm } from "../made-up-world.contract.js";

const withConfiguration = ["check", "sales.csv", "--config", "mmm.yaml"];

function checkText(csv: string, yaml = mmmYaml) {
  return mmm(withConfiguration, { "sales.csv": csv, "mmm.yaml": yaml });
}

describe("sound input", () => {
  it("is described on standard output", async () => {
    expect(await mmm(withConfiguration, sound)).toEqual({
      code: 0,
      out: 'sales.csv: 104 periods from 2023-01-02 to 2024-12-23, KPI "revenue", 3 channels (tv, search, social), 1 control (promotion)\nno issues\n',
      err: "",
      shown: [],
      files: sound,
    });
  });

  it("is described as JSON when asked", async () => {
    const { out, err } = await mmm([...withConfiguration, "--json"], sound);
    expect(err).toBe("");
    expect(JSON.parse(out)).toEqual({
      ...{ file: "sales.csv", periods: 104, from: "2023-01-02", to: "2024-12-23", kpi: "revenue" },
      ...{ cells: ["national"], channels: ["tv", "search", "social"], controls: ["promotion"], issues: [] },
    });
  });

  it("may have a byte-order mark, Windows line ends, semicolons, and a configuration in JSON", async () => {
    const { out: plain } = await mmm(withConfiguration, sound);
    const json = JSON.stringify(parse(mmmYaml), null, "\t");
    const variants = [
      { ...sound, "sales.csv": `\uFEFF${salesCsv}` },
      { ...sound, "sales.csv": salesCsv.replaceAll("\n", "\r\n") },
      { ...sound, "sales.csv": salesCsv.replaceAll(",", ";") },
      { ...sound, "mmm.yaml": json },
      { ...sound, "mmm.yaml": `\uFEFF${json.replaceAll("\n", "\r\n")}` },
      { ...sound, "mmm.yaml": `\uFEFF${mmmYaml.replaceAll("\n", "\r\n")}` },
    ];
    for (const files of variants) {
      expect(await mmm(withConfiguration, files)).toMatchObject({ code: 0, out: plain, err: "" });
    }
  });

  it("may be named by options, lists in one piece or several", async () => {
    const columns = ["--time", "time", "--kpi", "revenue"];
    const told =
      'sales.csv: 104 periods from 2023-01-02 to 2024-12-23, KPI "revenue", 2 channels (tv, social), 0 controls\nno issues\n';
    for (const channels of [
      ["--channels", "tv, social"],
      ["--channels", "tv", "--channels", "social"],
    ]) {
      const { code, out } = await mmm(["check", "sales.csv", ...columns, ...channels], sound);
      expect([code, out]).toEqual([0, told]);
    }
  });

  it("that deserves a look is told with warnings, and is no error", async () => {
    const { code, out, err } = await checkText(spoiltCsv({ "50.revenue": "900000" }));
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").slice(1)).toEqual([
      "1 warning",
      'warning: sales.csv, line 50, column "revenue", period 2023-12-04: the KPI should stay within 10 robust deviations of its median 95085.5, got 900000 at 76.6612 deviations. Correct the value if it is a slip, or explain the event by a control. [data.outlier]',
      "",
    ]);
  });
});

/** The lines behind the one that counts. */
async function faultsOf(files: Readonly<Record<string, string>>, words = withConfiguration) {
  const { code, out, err, files: after } = await mmm(words, files);
  expect([code, out, after]).toEqual([2, "", files]);
  const [count, ...faults] = err.trimEnd().split("\n");
  expect(count).toBe(faults.length === 1 ? "1 error" : `${faults.length} errors`);
  return faults;
}

describe("wrong input ends with 2 and tells every fault at once", () => {
  it("in data and configuration together, each with its place", async () => {
    const csv = spoiltCsv({
      ...{ "4.tv": "abc", "6.search": "-12", "8.time": "2023-02-15", "*.social": "0" },
    }).replace("promotion", "promo");
    const yaml = `${mmmYaml.replace("trend:", "trnd:")}    only:\n      serach:\n        effect: roi\n`;
    expect(await faultsOf({ "sales.csv": csv, "mmm.yaml": yaml })).toEqual([
      'error: mmm.yaml, line 18, column 3, model.trnd: must be a known key, got "trnd" (preset, scaling, intercept, trend, seasonality, events, timeEffects, controls, media, noise). Did you mean "trend"? [spec.unknown-key]',
      'error: sales.csv, line 1, column "promotion": the header must have the column, got no such column ("time", "revenue", "tv", "tv_contacts", "search", "search_clicks", "social", "promo"). Did you mean "promo"? [data.missing-column]',
      'error: sales.csv, line 1, column "social": spend must be > 0 in some period, got 0 in every period. Remove the channel from the roles. [data.zero-channel]',
      'error: sales.csv, line 4, column "tv", period 2023-01-16: spend must be a number, got "abc". Write the bare number, without unit, sign of currency or words. [data.text-in-number]',
      'error: sales.csv, line 6, column "search", period 2023-01-30: spend must be ≥ 0, got "-12". Net credit notes into the period of the spend, or map the column to a control. [data.negative-spend]',
      'error: sales.csv, line 8, column "time", period 2023-02-15: weeks must follow one another without a gap, got 9 days after 2023-02-06 on line 7. Date the row 2023-02-13, as the other weeks go on. [data.irregular-period]',
      'error: sales.csv, line 9, column "time", period 2023-02-20: weeks must follow one another without a gap, got 5 days after 2023-02-15 on line 8. Date the row 2023-02-22, as the other weeks go on. [data.irregular-period]',
      'error: mmm.yaml, line 26, column 7, model.media.only.serach: must name a channel of the data, got "serach" (tv, search, social). Did you mean "search"? [spec.unknown-channel]',
    ]);
  });

  it("as JSON on standard output too, when asked", async () => {
    const files = { ...sound, "sales.csv": spoiltCsv({ "4.tv": "abc" }) };
    const { code, out, err } = await mmm([...withConfiguration, "--json"], files);
    const message =
      'sales.csv, line 4, column "tv", period 2023-01-16: spend must be a number, got "abc". Write the bare number, without unit, sign of currency or words.';
    const place = { file: "sales.csv", line: 4, column: "tv", channel: "tv", period: "2023-01-16" };
    expect([code, err]).toEqual([2, `1 error\nerror: ${message} [data.text-in-number]\n`]);
    expect(JSON.parse(out)).toEqual({
      issues: [{ code: "data.text-in-number", severity: "error", place, message }],
    });
  });

  it("where files are missing, empty or hold nothing but a header", async () => {
    expect(await faultsOf({})).toEqual([
      "error: sales.csv: the data file must be readable, got no such file or folder. Check the path. [cli.unreadable-file]",
      "error: mmm.yaml: the configuration must be readable, got no such file or folder. Check the path. [cli.unreadable-file]",
    ]);
    expect(await faultsOf({ "sales.csv": "", "mmm.yaml": "" })).toEqual([
      "error: mmm.yaml: must hold `columns` and `model`, got null. Write `columns:` with time, kpi and channels. [configuration.wrong-type]",
    ]);
    expect(await faultsOf({ ...sound, "sales.csv": "" })).toEqual([
      "error: sales.csv: the file must hold a header and rows, got an empty file. Export the table again, with its header. [data.empty-file]",
    ]);
    expect(await faultsOf({ ...sound, "sales.csv": salesCsv.split("\n")[0]! })).toEqual([
      "error: sales.csv, line 1: the header must be followed by rows, got a header only. Export the table again, with one row per period. [data.no-rows]",
    ]);
  });

  it("where the configuration is no YAML, or has keys that nobody knows", async () => {
    expect(await faultsOf({ ...sound, "mmm.yaml": "columns: [time" })).toEqual([
      "error: mmm.yaml, line 1, column 15: must be YAML or JSON, got text that is not: Flow sequence in block collection must be sufficiently indented and end with a ]. Mend this place. [configuration.not-yaml]",
    ]);
    const yaml = mmmYaml.replace("  kpi:", "  kip:").replace("model:", "modle:");
    const faults = await faultsOf({ ...sound, "mmm.yaml": yaml });
    expect(
      faults.map((fault) => fault.replace("(time, kpi, channels, controls", "(…").replace(/…[^)]*/, "…")),
    ).toEqual([
      'error: mmm.yaml, line 17, column 1, modle: must be a known key, got "modle" (columns, model). Did you mean "model"? [configuration.unknown-key]',
      "error: mmm.yaml, line 1, column 1, columns.kpi: must be given as text or an object, got nothing. Add the key. [roles.missing-key]",
      'error: mmm.yaml, line 3, column 3, columns.kip: must be a known key, got "kip" (…). Did you mean "kpi"? [roles.unknown-key]',
    ]);
  });

  it("where levels of indicators are known only to data that cannot be read", async () => {
    const yaml = `columns:
  time: time
  kpi: revenue
  channels: [tv]
  controls: [{ column: promotion, as: indicators }]
model:
  controls:
    only:
      promotion=1: {}
      promo=1: {}
`;
    expect(await faultsOf({ "sales.csv": spoiltCsv({ "4.tv": "" }), "mmm.yaml": yaml })).toEqual([
      'error: sales.csv, line 4, column "tv", period 2023-01-16: spend must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently. [data.missing-value]',
      'error: mmm.yaml, line 10, column 7, model.controls.only.promo=1: must name a control of the data, got "promo=1" (promotion=1). Did you mean "promotion=1"? [spec.unknown-control]',
    ]);
  });

  it("where columns are not named, named in part, twice or in both ways", async () => {
    const check = (...options: readonly string[]) => faultsOf(sound, ["check", "sales.csv", ...options]);
    expect(await check()).toEqual([
      "error: options: columns must be named by --config, or by --time, --kpi and --channels, got neither. Write a configuration as `mmm simulate` does, or name the columns. [cli.no-columns]",
    ]);
    expect(await check("--time", "time")).toEqual([
      "error: --kpi: must be given where there is no --config, got nothing. Name the column of sales, revenue or orders. [cli.missing-option]",
      "error: --channels: must be given where there is no --config, got nothing. Name the columns of spend, separated by commas. [cli.missing-option]",
    ]);
    expect(await check("--time", "time", "--kpi", "revenue", "--channels", "tv,tv")).toEqual([
      'error: --channels[1]: a column must play one part only, got "tv" as in --channels[0]. Remove one of the two. [roles.column-used-twice]',
    ]);
    expect(await check("--time", "time", "--kpi", "revenue", "--channels", ",")).toEqual([
      "error: --channels: must not be empty, got a list of 0. Fill it in. [roles.out-of-range]",
    ]);
    expect(await check("--config", "mmm.yaml", "--time", "week", "--channels", "tv")).toEqual([
      "error: --time: columns must be named either by options or by --config, got both. Leave --time out. [cli.columns-given-twice]",
      "error: --channels: columns must be named either by options or by --config, got both. Leave --channels out. [cli.columns-given-twice]",
    ]);
  });
});
