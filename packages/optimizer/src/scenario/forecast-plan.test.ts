import { exampleDataset, exampleFit, type Fit, forecast, responseSurface } from "@mmm/model";
import { periodsAfter } from "@mmm/data";
import { beforeAll, describe, expect, it } from "vitest";
import { type Plan, todayPlan } from "../decision/plan.js";
import { forecastPlan } from "./forecast-plan.js";
import { makeSimulator } from "./simulator.js";

let fitted: Fit;
let plan: Plan;
beforeAll(async () => {
  fitted = await exampleFit();
  plan = todayPlan(responseSurface(fitted, { periods: 4, draws: 20 }));
}, 60_000);

describe("forecastPlan", () => {
  it("is the model's forecast of the same money in the periods after the data", () => {
    const spend = (c: number): Float64Array => plan.spend.slice(4 * c, 4 * c + 4);
    const market = {
      name: "by hand",
      periods: periodsAfter(exampleDataset(), 4),
      channels: plan.channels.map((name, c) => ({ name, spend: spend(c) })),
      controls: [{ name: "promotion", values: Float64Array.of(0, 1, 0, 0) }],
    };
    const found = forecastPlan(fitted, plan, { controls: { promotion: [0, 1, 0, 0] } });
    expect(found).toEqual(forecast(fitted, market));
    expect(found.predicted.total.sd).toBeGreaterThan(found.expected.total.sd);
  });

  it("sells more where a control sells and where more is spent", () => {
    const controls = { promotion: 0 };
    const base = forecastPlan(fitted, plan, { controls }).expected.total.mean;
    const promoted = forecastPlan(fitted, plan, { controls: { promotion: 1 } }).expected.total.mean;
    const surface = responseSurface(fitted, { periods: 4, draws: 20 });
    const more = makeSimulator(surface).change({ channel: "search", change: 1 }).plan;
    expect(promoted).toBeGreaterThan(base);
    expect(forecastPlan(fitted, more, { controls }).expected.total.mean).toBeGreaterThan(base);
  });

  it("tells which control is missing, unknown, or of another length", () => {
    expect(() => forecastPlan(fitted, plan)).toThrow('controls: must hold "promotion" as the data do');
    expect(() => forecastPlan(fitted, plan, { controls: { promotoin: 0, promotion: 0 } })).toThrow(
      'Did you mean "promotion"?',
    );
    expect(() => forecastPlan(fitted, plan, { name: "spring", controls: { promotion: [1, 0] } })).toThrow(
      "spring, controls.promotion: must be one number or a list of 4, got 2 values. Give one for all periods, or one for each.",
    );
    expect(() => forecastPlan(fitted, plan, { controls: { promotion: Number.NaN } })).toThrow(
      "must be finite",
    );
  });
});
