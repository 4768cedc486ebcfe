import { describe, expect, test } from "vitest";
import { expectClose, readReference } from "../peers.contract.js";
import { priorQuantile, priorsContract } from "../priors.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";
import { geometricAdstock } from "./geometric-adstock.js";
import { halfLifeAdstock } from "./half-life-adstock.js";

describe.each([
  ["without a window", { window: null, normalize: true, lead: 0 }],
  ["over 6 periods, raw", { window: 6, normalize: false, lead: 0 }],
])("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("half-life"),
    settings,
    examples: [{ halfLife: 1 }, { halfLife: 0.25 }, { halfLife: 9 }],
    normalized: settings.normalize,
  });
});

interface Cases {
  readonly cases: readonly { readonly alpha: number; readonly halflife: number; readonly mean_lag: number }[];
}
const { cases } = readReference<Cases>("./half-life-adstock.reference.json", import.meta.url);

test.each(cases)(
  "half-life $halflife is retention $alpha, and so is its mean lag",
  ({ alpha, halflife, mean_lag }) => {
    const impulse = new Float64Array(2000);
    impulse[0] = 1;
    const stock = halfLifeAdstock(impulse, { halfLife: halflife });
    expectClose(stock, Array.from(geometricAdstock(impulse, { retention: alpha })), 1e-13, 1e-30);
    const meanLag = stock.reduce((sum, weight, lag) => sum + lag * weight, 0);
    expect(Math.abs(meanLag / mean_lag - 1)).toBeLessThanOrEqual(1e-12);
  },
);

test("after a half-life half is left, in whole periods and between", () => {
  const [first, , , fourth] = halfLifeAdstock(Float64Array.of(1, 0, 0, 0), { halfLife: 3 });
  expect(Math.abs(fourth! / first! - 0.5)).toBeLessThanOrEqual(1e-15);
});

priorsContract(halfLifeAdstock);

test("its prior is that of the geometric adstock in other words", () => {
  const retention = (p: number): string => {
    const halfLife = priorQuantile(halfLifeAdstock.parameters.halfLife.prior, p);
    return (0.5 ** (1 / halfLife)).toFixed(2);
  };
  expect([retention(0.05), retention(0.95)]).toEqual(["0.10", "0.75"]);
});
