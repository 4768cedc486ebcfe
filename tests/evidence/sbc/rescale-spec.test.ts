import { compileForwardPass, exampleDataset, parseModelSpec } from "@mmm/model";
import { randomStream } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { rescaleSpec } from "./rescale-spec.js";

const share = 1.7;
const market = exampleDataset();
const grown = { ...market, kpi: { ...market.kpi, values: market.kpi.values.map((value) => value * share) } };

describe("rescaleSpec", () => {
  it.each(["coefficient", "roi"])(
    "draws the same prior in natural units for data of another mean, with effects on %s",
    (effect) => {
      const spec = parseModelSpec({ media: { default: { effect }, only: { tv: { effect } } } });
      const before = compileForwardPass(market, spec);
      const after = compileForwardPass(grown, rescaleSpec(spec, share));
      before.evaluate(before.drawPrior(randomStream(1)));
      after.evaluate(after.drawPrior(randomStream(1)));
      for (const { name } of before.quantities) {
        const expected = before.quantity(name);
        after.quantity(name).forEach((value, i) => expect(value / expected[i]!).toBeCloseTo(1, 9));
      }
      after.mean().forEach((value, t) => expect(value / before.mean()[t]!).toBeCloseTo(1, 9));
    },
  );

  it("draws another prior when the spec stays as it is", () => {
    const spec = parseModelSpec({});
    const [before, after] = [compileForwardPass(market, spec), compileForwardPass(grown, spec)];
    before.evaluate(before.drawPrior(randomStream(1)));
    after.evaluate(after.drawPrior(randomStream(1)));
    expect(after.quantity("intercept")[0]! / before.quantity("intercept")[0]!).toBeCloseTo(share, 9);
  });

  it("refuses a prior in units of the KPI that it cannot divide", () => {
    const spec = parseModelSpec({
      noise: { kind: "normal", scale: { distribution: "gamma", shape: 2, rate: 9 } },
    });
    expect(() => rescaleSpec(spec, share)).toThrow(
      "rescaleSpec: a prior in units of the KPI must be one of log-normal, normal, half-normal, got gamma. Say here how it is divided.",
    );
  });
});
