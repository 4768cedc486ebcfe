import { type Dataset, exampleDataset, holdOut, holdoutLast, holdoutRandom } from "@mmm/data";
import { drawNormal, randomStream } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { compileModel } from "../compile-model.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { makeScaling } from "../scaling.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { baselineColumns } from "./baseline-columns.js";
import { pilotFit } from "./pilot-fit.js";
import { seenDataset } from "./seen-dataset.js";

/** The data with other numbers where the KPI is held out. */
function otherwise(dataset: Dataset): Dataset {
  const values = dataset.kpi.values.map((value, i) =>
    dataset.split!.train[i] === 0 ? 3 * value + 1 : value,
  );
  return { ...dataset, kpi: { ...dataset.kpi, values } };
}

describe("a KPI that is held out", () => {
  const spec = parseModelSpec({});
  const panel = smallPanel();
  const cases = {
    "the last weeks of a market": holdOut(exampleDataset(), holdoutLast(exampleDataset(), 13)),
    "weeks of a panel at random": holdOut(panel, holdoutRandom(panel, 0.25, randomStream(1))),
  };
  for (const [name, dataset] of Object.entries(cases)) {
    it(`moves no bit of the log density and its gradient: ${name}`, () => {
      const stream = randomStream(5);
      const position = compileForwardPass(dataset, spec).drawPrior(stream);
      const [one, other] = [dataset, otherwise(dataset)].map((own) => {
        const { logDensity, dimension } = compileModel(own, spec);
        const gradient = new Float64Array(dimension);
        return { value: logDensity.evaluate(position, gradient), gradient };
      });
      expect(Number.isFinite(one!.value)).toBe(true);
      expect(other).toEqual(one);
    });
  }

  it("has no say in how the sampler moves: what it would suggest of trends is not heard", () => {
    // Cells of one level and noise of their own; only in the weeks that are held out do they grow apart.
    const stream = randomStream(8);
    const values = panel.kpi.values.map((_, i) => {
      const cell = Math.floor(i / 40);
      const size = panel.population!.values[cell]! / 10;
      const apart = (cell % 2 === 0 ? 0.05 : -0.05) * Math.max(0, (i % 40) - 29);
      return size * (1 + 0.05 * drawNormal(stream) + apart);
    });
    const whole = { ...panel, kpi: { ...panel.kpi, values } };
    const held = holdOut(whole, holdoutLast(whole, 10));
    const pilotOf = (dataset: Dataset): boolean => {
      const scaling = makeScaling(dataset, spec.scaling);
      const columns = baselineColumns(dataset, spec, scaling);
      return pilotFit(dataset, scaling, columns).informs(columns.find(({ part }) => part === "trend")!);
    };
    expect(pilotOf(whole)).toBe(true);
    expect(pilotOf(held)).toBe(false);
    expect(pilotOf(seenDataset(held))).toBe(false);
  });

  it("leaves the likelihood of what is seen as it was, and of what is not out of the sum", () => {
    const dataset = cases["the last weeks of a market"];
    const forward = compileForwardPass(dataset, spec);
    const { logDensity, dimension } = compileModel(dataset, spec);
    const position = forward.drawPrior(randomStream(6));
    forward.evaluate(position);
    const unit = meanSeen(dataset);
    const seen = forward.logLikelihood().subarray(0, 91);
    // Natural and scaled densities differ by the logarithm of the unit for every value that counts.
    const expected = forward.logPrior() + seen.reduce((sum, value) => sum + value + Math.log(unit), 0);
    expect(logDensity.evaluate(position, new Float64Array(dimension))).toBeCloseTo(expected, 6);
  });

  it("is replaced by the mean of what is seen of its cell", () => {
    const held = cases["weeks of a panel at random"];
    const { values } = seenDataset(held).kpi;
    const first = values.filter((_, i) => i < 40 && held.split!.train[i] === 0);
    expect(new Set(first).size).toBe(1);
    expect(seenDataset(panel)).toBe(panel);
  });
});

/** The unit of the scaled KPI: its mean over what is seen. */
function meanSeen({ kpi, split }: Dataset): number {
  const seen = kpi.values.filter((_, i) => split!.train[i] !== 0);
  return seen.reduce((sum, value) => sum + value, 0) / seen.length;
}
