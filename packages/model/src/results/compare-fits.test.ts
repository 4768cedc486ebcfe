import { exampleDataset, holdOut, holdoutLast } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { exampleFit } from "../example-fit.js";
import { fit } from "../fit/fit.js";
import { refusal } from "../refusal.contract.js";
import { shortFit } from "../short-fit.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { compareFits } from "./compare-fits.js";
import { fitQuality } from "./fit-quality.js";
import { looOf } from "./loo-of.js";

const held = holdOut(exampleDataset(), holdoutLast(exampleDataset(), 13));
const short = { seed: 2, chains: 2, warmup: 200, draws: 250 };
const told = { evenIfUntrustworthy: true };

describe("compareFits", () => {
  it("prefers the model with what the market has, in sample and on the holdout", async () => {
    const full = await fit(held, parseModelSpec({}), short);
    const bare = await fit(held, parseModelSpec({ seasonality: [], trend: "none" }), short);
    const [best, other] = compareFits({ bare, full }, told);
    expect([best!.model, other!.model]).toEqual(["full", "bare"]);
    expect(other!.elpdDifference.value).toBeLessThan(-4);
    expect(best!.stackingWeight).toBeGreaterThan(0.9);
    expect(best!.train.observations).toBe(91);
    expect(best!.holdout!.observations).toBe(13);
    expect(best!.holdout!.crps).toBeLessThan(other!.holdout!.crps);
    expect(best!.unreliable).toBeLessThan(10);
    // What it did not see it predicts nearly as well: noise has a standard deviation of about 1.5 % of sales.
    expect(best!.holdout!.wmape).toBeLessThan(0.06);
    expect(fitQuality(full, told).holdout).toMatchObject(best!.holdout!);
  });

  it("compares a model with a control and without it, and says that columns differ", async () => {
    const { controls: _left, ...rest } = exampleDataset();
    const without = await fit({ ...rest, controls: [] }, parseModelSpec({}), short);
    const rows = compareFits({ full: await exampleFit(), without }, told);
    const of = (name: string) => rows.find(({ model }) => model === name)!;
    expect([of("full").sameColumns, of("without").sameColumns]).toEqual([true, false]);
    // The market has promotions: who knows of them must predict better.
    expect(rows[0]!.model).toBe("full");
  });

  it("refuses fits of another KPI or split", async () => {
    const [one, other] = [await exampleFit(), await shortFit(held, parseModelSpec({}))];
    expect(refusal(() => compareFits({ one, other }))[0]).toMatch(
      /^example, compareFits\.other: must be fitted to the KPI of "one" in the same cells, periods and split, with hash \w{32}, got \w{32}\. Fit all models to one KPI, with one split\.$/,
    );
  });
});

describe("looOf", () => {
  it("names cells and periods of panels, and leaves out what is held out", async () => {
    const panel = smallPanel();
    const fitted = await shortFit(holdOut(panel, holdoutLast(panel, 5)), parseModelSpec({}));
    const { observations, pointwise } = looOf(fitted);
    expect(observations.length).toBe(6 * 35);
    expect(observations[0]).toBe("Aqua × North, 2023-01-02");
    expect(observations[35]).toBe("Aqua × South, 2023-01-02");
    expect([...pointwise.elpd].every(Number.isFinite)).toBe(true);
  });

  it("agrees with the mean log likelihood where the posterior hangs on no value", async () => {
    const { elpd, effectiveParameters, observations } = looOf(await exampleFit());
    expect(observations[0]).toBe("2023-01-02");
    expect(effectiveParameters.value).toBeGreaterThan(3);
    expect(effectiveParameters.value).toBeLessThan(30);
    // Weekly noise of about 1,500: log densities of about −log(1500 √(2πe)) a week.
    expect(elpd.value / 104).toBeGreaterThan(-9.5);
    expect(elpd.value / 104).toBeLessThan(-8.3);
  });
});
