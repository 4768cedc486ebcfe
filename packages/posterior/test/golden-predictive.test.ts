/**
 * Golden values of importance weights, tails, bands and distances: R's loo 2.5.1 and posterior 1.7.1, SBC and priorsense,
 * computed independently of this package.
 *
 * `relative_eff` of loo 2.5.1 does not split chains; loo 2.10.1, and this package, do. Its value is compared with the ESS
 * of unsplit chains.
 */
import { exp } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { locationPValues, orderPValues, rankPValues } from "../src/calibration/uniformity-test.js";
import { effectiveSize } from "../src/diagnostics/effective-size.js";
import { fitGeneralizedPareto } from "../src/importance/generalized-pareto.js";
import {
  cjsDistance,
  ecdfBand,
  essBulk,
  essMean,
  essMedian,
  essQuantile,
  essTail,
  makeChains,
  mcseMean,
  mcseMedian,
  mcseQuantile,
  paretoDiagnostics,
  paretoMinSampleSize,
  psis,
  rhat,
  rhatBasic,
} from "@mmm/posterior";
import { goldenChains } from "./golden-chains.js";
import { differencesFromR, readReference } from "./r-number.js";

const A = makeChains(goldenChains(0.6));

describe("golden values", () => {
  test.for([
    [
      0.3, 0.2757096442447, 2361.684513251, -8.971032312558, -8.728441393164, -8.515317480098,
      -5.788418003783,
    ],
    [
      0.6, 0.5749787531483, 421.3929834905, -10.168907428446, -9.68372558966, -9.257477763528,
      -3.803678810896,
    ],
    [1, 0.9786375631647, 31.5096723806, -12.6681299297, -11.85949353172, -11.14908048817, -2.059415567117],
  ])("of psis with ratios %d · A", ([scale, ...wanted]) => {
    const { paretoK, ess, logWeights, tailLength } = psis(A.values.map((value) => scale * value));
    expect(tailLength).toBe(190);
    expect(
      differencesFromR([paretoK, ess, ...logWeights.slice(0, 3), Math.max(...logWeights)], wanted),
    ).toEqual([]);
  });

  test("of relative efficiency, unsplit as in loo 2.5.1", () => {
    const likelihood = { ...A, values: A.values.map((value) => exp(value / 10)) };
    expect(differencesFromR([effectiveSize(likelihood) / 4000], [0.2280524281489])).toEqual([]);
  });

  test("of the generalised Pareto fit", () => {
    let seed = 777;
    const x = Float64Array.from({ length: 200 }, () => {
      seed = (1664525 * seed + 1013904223) % 4294967296;
      return exp((3 * (seed + 0.5)) / 4294967296) - 1;
    }).sort();
    const steady = fitGeneralizedPareto(x);
    const plain = fitGeneralizedPareto(x, false);
    const wanted = [-0.052040728554, 5.882099042096, -0.0796427649817];
    expect(differencesFromR([steady.shape, steady.scale, plain.shape], wanted)).toEqual([]);
  });

  test("of Pareto diagnostics", () => {
    const heavy = { ...A, values: A.values.map((value) => exp(0.6 * value)) };
    const right = paretoDiagnostics(heavy, { tail: "right", relativeEfficiency: 1 });
    const got = [right.paretoK, right.minSampleSize, right.threshold, right.convergenceRate];
    const wanted = [0.5848987626157, 256.4784480392, 0.7223810812681, 0.7754847229752];
    expect(differencesFromR(got, wanted)).toEqual([]);
    expect(differencesFromR([paretoDiagnostics(A).paretoK], [0.07868698885902])).toEqual([]);
    expect(differencesFromR([paretoMinSampleSize(0.5), paretoMinSampleSize(-1)], [100, 10])).toEqual([]);
  });

  test.for([
    [100, 20, 0.007357759],
    [100, 100, 0.004048702],
    [250, 50, 0.004221723],
    [250, 250, 0.002444667],
    [1000, 100, 0.002669831],
    [1000, 200, 0.002159792],
  ])("of γ for %d values at %d positions", ([size, points, gamma]) => {
    const band = ecdfBand(size, { points: points });
    expect(Math.abs(band.gamma - gamma)).toBeLessThan(1e-8);
    expect(Math.abs(band.coverage - 0.95)).toBeLessThan(0.004);
  });

  test("of the distance between A's first chain and the same weighted", () => {
    const chain = A.values.slice(0, 1000);
    const got = cjsDistance(
      chain,
      chain.map((value) => exp(0.1 * value)),
    );
    expect(differencesFromR([got], [0.0501992423473])).toEqual([]);
  });

  test("of the pointwise uniformity tests, from the tests of R's posterior", () => {
    expect(differencesFromR([...orderPValues(Float64Array.of(0.2, 0.8))], [0.72, 0.72])).toEqual([]);
    const location = locationPValues(Float64Array.of(0.1, 0.25, 0.5, 0.75, 0.9));
    expect(differencesFromR([...location], [0.2, 0.5, 1, 0.5, 0.2])).toEqual([]);
    expect(differencesFromR([...rankPValues(Float64Array.of(0.5, 0.5))], [0.5, 0.5])).toEqual([]);
  });

  test("of tau in posterior's example draws", () => {
    const tau = makeChains(readReference<number[][]>("loo/eight-schools-tau.json"));
    const got = [
      rhat(tau),
      rhatBasic(tau),
      essBulk(tau),
      essTail(tau),
      essMean(tau),
      essMedian(tau),
      essQuantile(tau, 0.2),
      essQuantile(tau, 0.8),
      mcseMean(tau),
      mcseMedian(tau),
      mcseQuantile(tau, 0.2),
      mcseQuantile(tau, 0.8),
    ];
    const wanted = [
      1.01467274, 1.009976393, 246.3733922, 202.0234228, 280.5936198, 358.9806384, 181.0157052, 387.9900591,
      0.2134521614, 0.2499619463, 0.192211288, 0.3973132094,
    ];
    expect(differencesFromR(got, wanted)).toEqual([]);
  });
});
