import { describe, expect, it } from "vitest";
import { mmm } from "../made-up-world.contract.js";

const small = ["demo", "--warmup", "60", "--draws", "30", "--chains", "2"];

describe("mmm demo", () => {
  it("tells its steps on standard error, prints results, and ends with the verdict", async () => {
    const { code, out, err, files } = await mmm(small);
    expect(code).toBe(1); // 2 × 30 draws are too few
    expect(Object.keys(files).map((path) => path.replace(/\\/g, "/"))).toEqual([
      ...["mmm-demo/market.csv", "mmm-demo/mmm.yaml", "mmm-demo/truth.json", "mmm-demo/fit.json"],
    ]);
    expect(err.replace(/[\d,]+ gradients/, "# gradients"))
      .toBe(`1  simulated 156 weeks of a market whose truth is known: mmm-demo/market.csv
2  read and checked it by mmm-demo/mmm.yaml: no issues
3  fitted it, # gradients, 1.5 s so far: mmm-demo/fit.json


More: mmm results mmm-demo/fit.json --show contributions
`);
    expect(out).toMatch(/^Not trustworthy yet: /);
    expect(out).not.toContain("Beside the truth");
  });

  it("is one JSON value when asked, whatever the verdict", async () => {
    const { code, out } = await mmm([...small, "--json", "--directory", "d"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ...{ trustworthy: false, truth: [] },
      files: { csv: "d/market.csv", configuration: "d/mmm.yaml", truth: "d/truth.json", fit: "d/fit.json" },
    });
  });

  it("refuses a folder with a configuration of somebody else, and leaves it as it is", async () => {
    const mine = { "mmm-demo/mmm.yaml": "columns: {}\n" };
    const { code, files } = await mmm(small, mine);
    expect([code, files]).toEqual([2, mine]);
  });
});
