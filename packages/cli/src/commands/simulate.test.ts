import { describe, expect, it } from "vitest";
import { mmm } from "../made-up-world.contract.js";

const paths = ["market/market.csv", "market/mmm.yaml", "market/truth.json"];

describe("mmm simulate", () => {
  it("writes data, configuration and truth, and prints their paths", async () => {
    const { code, out, err, files } = await mmm(["simulate"]);
    expect([code, out, err]).toEqual([0, `${paths.join("\n")}\n`, ""]);
    expect(Object.keys(files)).toEqual(paths);
    expect(files["market/market.csv"]).toMatch(/^time,revenue,tv,tv_contacts,radio,/);
  });

  it("prints the paths as JSON when asked", async () => {
    const { out } = await mmm(["simulate", "--json", "--directory", "a/"]);
    expect(JSON.parse(out)).toEqual({
      csv: "a/market.csv",
      configuration: "a/mmm.yaml",
      truth: "a/truth.json",
    });
  });

  it.each(["small", "daily-campaigns", "geo", "brand-region", "growing-business"])(
    "writes what mmm check accepts: %s",
    async (preset) => {
      const { files } = await mmm(["simulate", "--preset", preset]);
      const { code, out } = await mmm(["check", "market/market.csv", "--config", "market/mmm.yaml"], files);
      expect([code, out.split("\n")[1]]).toEqual([0, "no issues"]);
    },
  );

  it("writes the truth of every cell, and the budget that would have been best", async () => {
    const { files } = await mmm(["simulate", "--preset", "brand-region"]);
    const truth = JSON.parse(files["market/truth.json"]!);
    expect(truth.cells.length).toBe(12);
    expect(truth.baseline.intercept.length).toBe(12);
    const [tv] = truth.channels;
    expect(tv.contribution.length).toBe(12 * 130);
    expect(tv.cells.map(({ cell }: { cell: string }) => cell)).toEqual(truth.cells);
    expect(tv.cells[0]).toMatchObject({ adstock: { kind: "geometric" }, saturation: { kind: "hill" } });
    expect(truth.optimalBudget.outcome).toBe("converged");
    expect(truth.optimalBudget.revenue).toBeGreaterThan(truth.optimalBudget.revenueAsSpent);
  });

  it("gives the same bytes for the same seed, and others for another", async () => {
    const csv = async (...words: readonly string[]) =>
      (await mmm(["simulate", "--preset", "small", ...words])).files["market/market.csv"];
    expect(await csv("--seed", "7")).toBe(await csv("--seed", "7"));
    expect(await csv("--seed", "7")).not.toBe(await csv("--seed", "07"));
    expect(await csv()).toBe(await csv("--seed", "1"));
  });

  it("replaces an older market, but nothing that somebody else wrote", async () => {
    const { files } = await mmm(["simulate", "--preset", "small"]);
    const again = await mmm(["simulate", "--preset", "small", "--seed", "2"], files);
    expect(again.code).toBe(0);
    const mine = { "market/market.csv": "week,sales\n", "market/mmm.yaml": "columns: {}\n" };
    const { code, out, err, files: after } = await mmm(["simulate"], mine);
    expect([code, out, after]).toEqual([2, "", mine]);
    expect(err).toBe(`2 errors
error: market/mmm.yaml: a simulated market replaces only what was simulated, got a configuration of another market, or one changed by hand. Choose another folder with --directory, or remove the file. [cli.not-simulated]
error: market/market.csv: a simulated market replaces only what was simulated, got data that were not simulated. Choose another folder with --directory, or remove the file. [cli.not-simulated]
`);
  });

  it("refuses places that cannot be written before it writes any", async () => {
    const { code, err, files } = await mmm(["simulate"], {}, { locked: { "market/truth.json": "a folder" } });
    expect([code, files]).toEqual([2, {}]);
    expect(err).toBe(
      "1 error\nerror: market/truth.json: the output must be writable, got a folder. Choose another path. [cli.unwritable-file]\n",
    );
  });

  it("reads another market from YAML, and tells its faults with line and column", async () => {
    const good = "channels:\n  - name: radio\n    spendPerPeriod: 800\n    roi: 2\n";
    const written = await mmm(["simulate", "--description", "shop.yaml"], { "shop.yaml": good });
    expect(written.code).toBe(0);
    expect(written.files["market/market.csv"]).toContain(",radio");
    const bad = `periods: ten\n${good.replace("roi: 2", "rio: 2")}`;
    const { code, out, err } = await mmm(["simulate", "--description", "shop.yaml"], { "shop.yaml": bad });
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\(name, .*?\)/, "(…)")).toBe(`3 errors
error: shop.yaml, line 1, column 1, market.periods: must be a number, got "ten". Change the value. [market.wrong-type]
error: shop.yaml, line 3, column 5, market.channels[0].roi: must be given as a number, got nothing. Add the key. [market.missing-key]
error: shop.yaml, line 5, column 5, market.channels[0].rio: must be a known key, got "rio" (…). Did you mean "roi"? [market.unknown-key]
`);
    const broken = await mmm(["simulate", "--description", "shop.yaml"], { "shop.yaml": "channels: [" });
    expect(broken.err).toContain(
      "error: shop.yaml, line 1, column 12: must be YAML or JSON, got text that is not: ",
    );
    expect((await mmm(["simulate", "--description", "shop.yaml"])).err).toContain(
      "error: shop.yaml: the description must be readable, got no such file or folder. Check the path. [cli.unreadable-file]",
    );
  });
});
