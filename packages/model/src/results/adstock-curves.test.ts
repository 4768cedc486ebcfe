import { selectParameter } from "@mmm/posterior";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleFit } from "../example-fit.js";
import type { Fit } from "../fit/fit.js";
import { shortFit } from "../short-fit.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { adstockCurves } from "./adstock-curves.js";

let fitted: Fit;

beforeAll(async () => {
  fitted = await exampleFit();
}, 60_000);

describe("adstockCurves", () => {
  it("of geometric adstock fall by the retention, and have its half-life", async () => {
    const adstock = { kind: "geometric", window: 13 } as const;
    const few = await shortFit(fitted.dataset, parseModelSpec({ media: { default: { adstock } } }), 30);
    const { values } = selectParameter(few.draws, "retention", { channel: "search" });
    const search = adstockCurves(few, { lags: 3 })[1]!;
    // A window of 13 periods, after which nothing counts.
    const shares = [...values].map((a) =>
      Array.from({ length: 13 }, (_, l) => ((1 - a) * a ** l) / (1 - a ** 13)),
    );
    const mean = (own: readonly number[]): number => own.reduce((sum, value) => sum + value, 0) / own.length;
    search.lag.forEach((lag, l) => {
      expect(search.share.mean[l]!).toBeCloseTo(mean(shares.map((own) => own[lag]!)), 9);
    });
    // Even within each period, so that the half-life lies where a straight line between whole periods does.
    const halves = shares.map((own) => {
      let [periods, before] = [0, 0];
      while (before + own[periods]! < 0.5) before += own[periods++]!;
      return periods + (0.5 - before) / own[periods]!;
    });
    expect(search.halfLife.mean).toBeCloseTo(mean(halves), 9);
  });

  it("begin before the media where the adstock leads, and end with its window", async () => {
    const adstock = { kind: "geometric", window: 3, lead: 1, retention: 0.5 } as const;
    const spec = parseModelSpec({ media: { default: { adstock } } });
    const [tv] = adstockCurves(await shortFit(fitted.dataset, spec), { lags: 4 });
    expect(tv!.lag).toEqual([-1, 0, 1, 2, 3, 4]);
    [4 / 7, 2 / 7, 1 / 7, 0, 0, 0].forEach((share, l) => expect(tv!.share.mean[l]).toBeCloseTo(share, 12));
    // Half of it has come after 7/8 of the first period, which is the one before the media.
    expect(tv!.halfLife.mean).toBeCloseTo(7 / 8 - 1, 12);
  });

  it("are averaged over the cells asked about where these have parameters of their own", async () => {
    const spec = parseModelSpec({ media: { default: { cells: { retention: "separate" } } } });
    const few = await shortFit(smallPanel(), spec);
    const { cells } = few.dataset;
    const each = cells.map((cell) => adstockCurves(few, { cells: [cell] })[0]!.share.mean[1]!);
    expect(new Set(each).size).toBe(cells.length);
    const mean = each.reduce((sum, share) => sum + share, 0) / cells.length;
    expect(adstockCurves(few)[0]!.share.mean[1]!).toBeCloseTo(mean, 12);
  });

  it("refuse lags that are no whole number", () => {
    expect(() => adstockCurves(fitted, { lags: 1.5 })).toThrow(
      "adstockCurves: lags must be a whole number ≥ 0, got 1.5. Give the last lag that is shown.",
    );
  });
});
