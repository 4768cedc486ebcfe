/** The command as it is installed: exit codes, streams, signals and what it leaves on disk. */

import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { datasetRoles, exampleDataset, writeDatasetCsv } from "@mmm/data";
import { stringify } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bin,
  checkpointed,
  contents,
  type Ended,
  makePlace,
  removePlace,
  run,
  runMmm,
  runUntil,
} from "./run-mmm.js";

const salesCsv = writeDatasetCsv(exampleDataset());
const mmmYaml = stringify({
  columns: datasetRoles(exampleDataset()),
  model: { media: { default: { effect: "roi" } } },
});
const fitSales = ["fit", "sales.csv", "--config", "mmm.yaml", "--chains", "2"];
const few = ["--warmup", "60", "--draws", "30"];
const endless = ["--warmup", "60", "--draws", "200000"];
/** Both chains at once, each with a checkpoint after every few draws, by which a test sees how far they are. */
const watched = ["--workers", "2", "--checkpoint-every", "0"];
/** Whether both chains have draws in a folder, relative to the place. */
const everyChainDraws = (folder: string) => async () =>
  (await checkpointed(isAbsolute(folder) ? folder : `${place}/${folder}`)).every(
    (draws) => draws !== undefined && draws > 0,
  );

let place: string;
let demo: Ended;

beforeAll(async () => {
  place = makePlace({ "sales.csv": salesCsv, "mmm.yaml": mmmYaml });
  demo = await runMmm(place, ["demo", "--draws", "50", "--warmup", "100", "--json"]);
}, 60_000);

afterAll(() => removePlace(place));

describe("standard output holds results alone", () => {
  it("of mmm check", async () => {
    expect(await runMmm(place, ["check", "sales.csv", "--config", "mmm.yaml"])).toEqual({
      code: 0,
      signal: null,
      out: 'sales.csv: 104 periods from 2023-01-02 to 2024-12-23, KPI "revenue", 3 channels (tv, search, social), 1 control (promotion)\nno issues\n',
      err: "",
    });
  });

  it("of mmm demo, which ends with the verdict's code and leaves four files", () => {
    const { code, out, err } = demo;
    expect(code).toBe(1); // 4 × 50 draws are too few
    expect(JSON.parse(out)).toMatchObject({ trustworthy: false, chains: 4, draws: 50 });
    expect(err.split("\n").map((line) => line.slice(0, 3))).toEqual(["1  ", "2  ", "3  ", "", ""]);
    expect(Object.keys(contents(`${place}/mmm-demo`))).toEqual([
      "fit.json",
      "market.csv",
      "mmm.yaml",
      "truth.json",
    ]);
  });
});

describe("wrong input ends with 2", () => {
  it("and leaves the folder as it was, whatever was asked for", async () => {
    const spoilt = salesCsv.replace(/^(2023-01-16,[^,]*),[^,]*/m, "$1,-5");
    const own = makePlace({ "sales.csv": spoilt, "mmm.yaml": mmmYaml, "fit.json": "old" });
    const before = contents(own);
    const { code, out, err } = await runMmm(own, [...fitSales, "--output", "new/folder/fit.json"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      '1 error\nerror: sales.csv, line 4, column "tv", period 2023-01-16: spend must be ≥ 0, got "-5". Net credit notes into the period of the spend, or map the column to a control. [data.negative-spend]\n',
    );
    expect(await runMmm(own, ["simulate", "--directory", "fit.json/market"])).toMatchObject({
      code: 2,
      out: "",
    });
    expect(await runMmm(own, ["simulate", "--directory", "."])).toMatchObject({ code: 2, out: "" });
    expect(contents(own)).toEqual(before);
    removePlace(own);
  });

  it("before anything is fitted when the output cannot be written", async () => {
    const before = contents(place);
    const { code, out, err } = await runMmm(place, [
      ...fitSales,
      ...endless,
      "--output",
      "sales.csv/fit.json",
    ]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      "1 error\nerror: sales.csv/fit.json: the output must be writable, got a path through a file. Choose another path. [cli.unwritable-file]\n",
    );
    expect(contents(place)).toEqual(before);
  });
});

describe("the same seed", () => {
  it("gives the same bytes with one worker, with two, and when run again", async () => {
    const fits = [
      ["one", "1"],
      ["two", "2"],
      ["again", "2"],
    ].map(async ([name, workers]) => {
      const output = ["--output", `bits/${name}.json`, "--workers", workers!];
      expect(await runMmm(place, [...fitSales, ...few, ...output])).toMatchObject({ code: 1 });
    });
    await Promise.all(fits);
    const { "one.json": one, "two.json": two, "again.json": again } = contents(`${place}/bits`);
    expect(one!.length).toBeGreaterThan(10_000);
    expect([two === one, again === one]).toEqual([true, true]);
  });
});

describe("a signal", () => {
  it("Ctrl-C keeps what is drawn, judges it, saves it and ends with 3", async () => {
    const words = [...fitSales, ...endless, ...watched, "--output", "stopped.json"];
    const stopped = await runUntil(place, words, "SIGINT", everyChainDraws("stopped.json.checkpoint"));
    expect(stopped.code).toBe(3);
    expect(stopped.out).toMatch(/^Interrupted: the verdict is on 2 chains of [\d,]+ draws\.\n/);
    expect(stopped.err).toMatch(
      /^Interrupted: keeping what is drawn\. Once more ends at once\.\n[\d,]+ gradients, [\d.]+ s; saved to stopped\.json\.\nThe same command with --resume goes on from there\.\n$/,
    );
    const opened = await runMmm(place, ["results", "stopped.json", "--json"]);
    expect(JSON.parse(opened.out)).toMatchObject({ outcome: "cancelled", chains: 2 });
  });

  it("Ctrl-C before the first draw ends with 3 and writes nothing", async () => {
    const before = contents(place);
    const aside = makePlace({});
    const words = [
      ...fitSales,
      "--warmup",
      "500000",
      ...watched,
      "--checkpoint",
      aside,
      "--output",
      "never.json",
    ];
    const isWarmingUp = async () => (await checkpointed(aside)).some((draws) => draws === 0);
    const stopped = await runUntil(place, words, "SIGINT", isWarmingUp);
    removePlace(aside);
    expect([stopped.code, stopped.out]).toEqual([3, ""]);
    expect(stopped.err).toContain("got none before the cancel. Let it run longer. Nothing was saved.\n");
    expect(contents(place)).toEqual(before);
  });

  it("a kill leaves the file of an earlier run as it was", async () => {
    const before = contents(place);
    const aside = makePlace({});
    const words = [
      ...fitSales,
      ...endless,
      ...watched,
      "--checkpoint",
      aside,
      "--output",
      "mmm-demo/fit.json",
    ];
    const killed = await runUntil(place, words, "SIGKILL", everyChainDraws(aside));
    removePlace(aside);
    expect(killed.signal).toBe("SIGKILL");
    expect(contents(place)).toEqual(before);
  });

  it("after a kill, --resume goes on to the bytes of a run that was left alone", async () => {
    const run = [...fitSales, "--warmup", "60", "--draws", "1500"];
    const killed = await runUntil(
      ...([place, [...run, ...watched, "--output", "killed.json"], "SIGKILL"] as const),
      everyChainDraws("killed.json.checkpoint"),
    );
    expect([killed.signal, existsSync(`${place}/killed.json`)]).toEqual(["SIGKILL", false]);
    const kept = await checkpointed(`${place}/killed.json.checkpoint`);
    expect(Math.min(...kept.map((draws) => draws ?? 1500))).toBeLessThan(1500);

    const others = [
      [["--seed", "2"], "sample.checkpoint, chain 0: seed must be that of the interrupted run, 1, got 2."],
      [["--preset", "meridian"], "must be a checkpoint of this model, got one of another spec."],
    ] as const;
    for (const [other, said] of others) {
      const refused = await runMmm(place, [...run, ...other, "--output", "killed.json", "--resume"]);
      expect([refused.code, refused.out, refused.err.includes(said) || refused.err]).toEqual([2, "", true]);
    }

    const resumed = await runMmm(place, [...run, "--output", "killed.json", "--resume"]);
    expect([resumed.code, resumed.err.split("\n")[0]]).toEqual([
      expect.any(Number),
      "Going on with the interrupted run in killed.json.checkpoint.",
    ]);
    const whole = await runMmm(place, [...run, "--output", "whole.json"]);
    expect([resumed.code, resumed.out]).toEqual([whole.code, whole.out]);
    expect(readFileSync(`${place}/killed.json`).equals(readFileSync(`${place}/whole.json`))).toBe(true);
    expect(existsSync(`${place}/killed.json.checkpoint`)).toBe(false);
  });
});

describe.skipIf(!existsSync("/bin/sh"))("standard output that goes elsewhere", () => {
  const shell = (line: string) =>
    run(place, "/bin/sh", ["-c", line.replaceAll("mmm ", `"${process.execPath}" "${bin}" `)]);

  it("may end early without a word", async () => {
    const { out, err } = await shell("mmm results mmm-demo/fit.json --show parameters --json | head -c 20");
    expect([out.length, err]).toEqual([20, ""]);
  });

  it.skipIf(!existsSync("/dev/full"))("must not be lost unnoticed", async () => {
    expect(await shell("mmm results mmm-demo/fit.json > /dev/full")).toMatchObject({
      code: 4,
      err: "mmm: the output must be writable, got a full disk. Send it elsewhere.\n",
    });
  });
});

it("a terminal is not made to obey what stands in a file", async () => {
  const own = makePlace({ "sales.csv": salesCsv.replace("social", "so\u001b[2Jcial") });
  const { out } = await runMmm(own, [
    "check",
    "sales.csv",
    "--time",
    "time",
    "--kpi",
    "revenue",
    "--channels",
    "so\u001b[2Jcial",
  ]);
  expect(out).toContain("1 channel (so\ufffd[2Jcial)");
  removePlace(own);
});
