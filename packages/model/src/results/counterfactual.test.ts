import { selectParameter } from "@mmm/posterior";
import { mean } from "@mmm/numerics";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fit } from "../fit/fit.js";
import { refusal } from "../refusal.contract.js";
import { shortFit } from "../short-fit.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { contributions } from "./contributions.js";
import { counterfactual } from "./counterfactual.js";
import { roi } from "./roi.js";

let fitted: Fit;

beforeAll(async () => {
  fitted = await shortFit(smallPanel(), parseModelSpec({}));
}, 60_000);

describe("counterfactual", () => {
  it("without a channel lacks its contribution, and saves its spend", () => {
    const cells = fitted.dataset.cells.slice(0, 2);
    const { difference, addedSpend, probabilityMore } = counterfactual(
      fitted,
      { media: { search: { factor: 0 } } },
      { cells },
    );
    const search = contributions(fitted, { cells }).parts.find(({ name }) => name === "search")!;
    expect(difference.total.mean / search.total.mean).toBeCloseTo(-1, 9);
    expect(addedSpend / roi(fitted, { cells })[1]!.spend).toBeCloseTo(-1, 12);
    expect(probabilityMore).toBe(0);
  });

  it("with 1 % more media brings the marginal ROI", () => {
    const weights = fitted.dataset.kpi.revenuePerKpi!.values;
    expect(new Set(weights).size).toBeGreaterThan(1);
    const { difference, addedSpend } = counterfactual(fitted, { media: { tv: { factor: 1.01 } } });
    // ROI is money, the difference is KPI: they agree within the range of prices.
    const ratio = roi(fitted)[0]!.marginalRoi.mean / (difference.total.mean / addedSpend);
    expect(ratio).toBeGreaterThan(Math.min(...weights));
    expect(ratio).toBeLessThan(Math.max(...weights));
  });

  it("counts what carries over past the change, and nothing before it", () => {
    const { periods } = fitted.dataset;
    const { difference } = counterfactual(
      fitted,
      { media: { tv: { add: 500 } } },
      { from: periods[10]!, to: periods[11]! },
    );
    expect(difference.periods).toEqual(periods.slice(10));
    expect(difference.perPeriod.mean[0]).toBeGreaterThan(0);
    expect(difference.perPeriod.mean[2]).toBeGreaterThan(0);
    expect(difference.perPeriod.mean[3]).toBeLessThan(difference.perPeriod.mean[2]!);
  });

  it("with another control moves by its coefficient, in every cell", () => {
    const { cells, periods } = fitted.dataset;
    const { difference } = counterfactual(
      fitted,
      { controls: { "shelf price": { add: -0.5 } } },
      { from: periods[3]!, to: periods[5]!, cells: [cells[1]!] },
    );
    const own = fitted.draws.parameters.find(({ name }) => name === "control")!;
    const ofCells = own.axes.some(({ name }) => name === "cell");
    const { values } = selectParameter(fitted.draws, "control", {
      control: "shelf price",
      ...(ofCells && { cell: cells[1]! }),
    });
    const people = fitted.dataset.population!.values;
    const size = ofCells ? 1 : people[1]! / mean(people);
    expect(difference.total.mean / (-0.5 * 3 * mean(values) * size)).toBeCloseTo(1, 9);
    expect([...difference.perPeriod.mean.subarray(3)].every((value) => value === 0)).toBe(true);
  });

  it("takes values of the whole data where the change is made", () => {
    const { kpi, channels, periods } = fitted.dataset;
    const doubled = channels[0]!.spend.map((value) => 2 * value);
    const asked = { from: periods[20]! };
    const one = counterfactual(fitted, { media: { tv: { values: doubled } } }, asked);
    const other = counterfactual(fitted, { media: { tv: { factor: 2 } } }, asked);
    expect(one).toEqual(other);
    expect(kpi.values.length).toBe(doubled.length);
  });

  it("refuses names the data lack and media below 0", () => {
    const wrong = { media: { tvv: { factor: 1 } }, controls: { holiday: { add: NaN } } };
    expect(refusal(() => counterfactual(fitted, wrong))).toEqual([
      'small panel, counterfactual.media: must be named in the data, got "tvv". Did you mean "tv"?',
      "small panel, counterfactual.controls.holiday: must be finite, got NaN. Give a number.",
    ]);
    expect(() => counterfactual(fitted, { media: { tv: { add: -1e9 } } })).toThrow(
      /media must stay ≥ 0, got -/,
    );
  });
});
