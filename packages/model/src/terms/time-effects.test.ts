import { compile, elementCount } from "@mmm/autodiff";
import { type Dataset, holdOut, holdoutLast, holdoutRandom } from "@mmm/data";
import { drawNormal, randomStream } from "@mmm/numerics";
import { dot } from "@mmm/numerics/linear-algebra";
import { describe, expect, it } from "vitest";
import { compileForwardPass } from "../forward/forward-pass.js";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { modelTerms } from "./model-terms.js";

/** A KPI with noise, so that no week is explained to the last bit. */
function noisyPanel(): Dataset {
  const panel = smallPanel();
  const stream = randomStream(3);
  const values = panel.kpi.values.map((value) => value * (1 + 0.05 * drawNormal(stream)));
  return { ...panel, kpi: { ...panel.kpi, values } };
}

/** z and the slope of the log density along it, at a position drawn from the prior. */
function slopes(
  dataset: Dataset,
  spec: unknown,
  seed = 5,
): { readonly z: Float64Array; readonly slope: Float64Array } {
  const { logDensity, pinned, variables } = modelTerms(dataset, parseModelSpec(spec));
  const place = pinned.findIndex(({ needs }) => "root" in needs);
  const start = pinned.slice(0, place).reduce((total, { theta }) => total + elementCount(theta.axes), 0);
  const program = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
  const position = compileForwardPass(dataset, parseModelSpec(spec)).drawPrior(randomStream(4));
  const stream = randomStream(seed);
  const end = start + dataset.periods.length - 1;
  for (let i = start; i < end; i++) position[i] = drawNormal(stream);
  const gradient = new Float64Array(program.dimension);
  program.evaluateGradient(position, gradient);
  return { z: position.slice(start, end), slope: gradient.slice(start, end) };
}

/** Levels of cells alone, which no effect that adds up to 0 looks like. */
const levels = { trend: "none", seasonality: [], controls: { default: { cells: "shared" } } };

describe("time effects", () => {
  for (const spread of [1e-6, 0.01, 10]) {
    for (const cells of ["separate", "shared"]) {
      it(`are sampled as standard normal numbers given all others: spread of ${spread}, ${cells} noise`, () => {
        const { z, slope } = slopes(noisyPanel(), {
          ...levels,
          timeEffects: { spread: { distribution: "log-normal", logMean: Math.log(spread), logSd: 0.1 } },
          noise: { kind: "normal", cells },
        });
        z.forEach((value, i) => expect(slope[i]).toBeCloseTo(-value, 6));
      });
    }
  }

  it("of a panel whose last periods nobody saw are so too, but for the level that they leave to the periods seen", () => {
    const held = holdOut(noisyPanel(), holdoutLast(noisyPanel(), 8));
    const excess = [5, 6].map((seed) => {
      const { z, slope } = slopes(held, levels, seed);
      return slope.map((value, i) => value + z[i]!);
    });
    const [one, other] = excess as [Float64Array, Float64Array];
    // One direction: whatever z is, what is not standard normal moves along it.
    const cosine = dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
    expect(Math.abs(cosine)).toBeCloseTo(1, 8);
  });

  it("have a finite slope where values are held out at random", () => {
    const panel = noisyPanel();
    const { slope } = slopes(holdOut(panel, holdoutRandom(panel, 0.3, randomStream(1))), {});
    expect([...slope].every(Number.isFinite)).toBe(true);
  });
});
