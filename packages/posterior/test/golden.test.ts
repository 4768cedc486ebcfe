/**
 * Golden values from a congruential generator that any language can repeat: sets A to G.
 *
 * Computed with R's posterior 1.7.1 (stan-dev/posterior at 0c94631) independently of this package. The last value of G
 * was handed down as 0.3071807616464: two digits changed places, half of no difference of two draws is that number.
 */
import { mean, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { rankNormalize } from "../src/chains/rank-normalize.js";
import { effectiveSize } from "../src/diagnostics/effective-size.js";
import { rhatOf } from "../src/diagnostics/rhat.js";
import {
  type Chains,
  ebfmi,
  essBulk,
  essMean,
  essMedian,
  essQuantile,
  essSd,
  essTail,
  makeChains,
  mcseMean,
  mcseMedian,
  mcseQuantile,
  mcseSd,
  nestedRhat,
  rhat,
  rhatBasic,
} from "@mmm/posterior";
import { goldenChains } from "./golden-chains.js";
import { isClose } from "./is-close.js";

const rows = goldenChains(0.6);
const A = makeChains(rows);
const sets = {
  A,
  B: makeChains(goldenChains(0.6, 0.15)),
  C: makeChains(goldenChains(-0.7)),
  D: makeChains(rows.map((chain) => chain.map(Math.round))),
  E: makeChains(rows.map((chain) => chain.slice(0, 999))),
  F: makeChains(rows.slice(0, 2).map((chain) => chain.slice(0, 7))),
  G: makeChains(rows.slice(0, 1)),
} satisfies Record<string, Chains>;

const columns: readonly ((x: Chains) => number)[] = [
  rhat,
  rhatBasic,
  rhatOf,
  essBulk,
  essTail,
  essMean,
  essSd,
  essMedian,
  (x) => essQuantile(x, 0.05),
  (x) => essQuantile(x, 0.25),
  (x) => essQuantile(x, 0.95),
  mcseMean,
  mcseSd,
  mcseMedian,
  (x) => mcseQuantile(x, 0.05),
  (x) => mcseQuantile(x, 0.95),
];

// prettier-ignore
const wanted: Readonly<Record<keyof typeof sets, readonly number[]>> = {
  A: [1.005108902344, 1.005111358683, 1.005035747703, 910.9377960965, 1719.829548116, 912.1218921803, 1738.603234894,
    1256.09316505, 1719.829548116, 1356.226018845, 1814.954211308, 0.07596921406159, 0.04286867965552,
    0.09345317683391, 0.1080945110856, 0.1064742909174],
  B: [1.01301022308, 1.013028856849, 1.014254798823, 855.3934649214, 1651.738645089, 855.5759634992, 1704.837132161,
    1222.959481794, 1665.644051394, 1306.48657983, 1651.738645089, 0.07898122750874, 0.04377572157528,
    0.07897007545551, 0.1335029517795, 0.1187802030203],
  C: [1.003292441108, 0.9992567771357, 0.9997429697003, 14408.23996531, 3160.235769417, 14408.23996531, 1468.975118762,
    9767.066156519, 3238.105816626, 4722.885250164, 3160.235769417, 0.02103054482881, 0.05150223620734,
    0.02540259196828, 0.111261369506, 0.1278157983188],
  D: [1.005127971508, 1.005118897286, 1.005128985391, 916.2558587096, 1470.138092274, 917.7445576019, 1736.464711692,
    1232.707285878, 1470.138092274, 1301.155761788, 2057.564110625, 0.07639686637701, 0.04307167895967, 0, 0.5, 0],
  E: [1.005133709995, 1.005132768215, 1.005048527256, 906.5170511966, 1715.004912129, 907.81214676, 1735.358370321,
    1249.054480508, 1715.004912129, 1352.237395945, 1811.876010265, 0.0761549697054, 0.0429212111892,
    0.09334529148104, 0.10638716645, 0.1064742909174],
  F: [1.392283305722, 2.859447967927, 1.148774666498, 6, 6, 6, 6, 6, 6, 6, 6, 0.7758356715481, 0.6033361744496,
    0.4534047600592, 2.269649544639, 0.4095553204095],
  G: [0.9990544094431, 0.9991466885781, NaN, 279.1064762895, 359.6196456417, 280.427442534, 438.670801373,
    352.0024516993, 460.3564700259, 411.0679913196, 359.6196456417, 0.1318193201417, 0.08953048089829,
    0.1517437239072, 0.2144327470648, 0.3071817606464],
};

/** Numbers of `got` that differ, with what was wanted. */
function differences(
  got: readonly number[],
  numbers: readonly number[],
  tolerance?: number,
): readonly string[] {
  return numbers.flatMap((value, i) =>
    isClose(got[i], value, tolerance) ? [] : [`column ${i + 1}: got ${got[i]}, R has ${value}`],
  );
}

describe("golden sets", () => {
  test("the generator repeats its published numbers", () => {
    const got = [rows[0][0], rows[0][1], rows[3][999]];
    expect(differences(got, [-1.29167299016567, -0.48303659218786, 0.56949888028743], 1e-13)).toEqual([]);
  });

  for (const [name, x] of Object.entries(sets) as [keyof typeof sets, Chains][]) {
    test(`the 16 diagnostics of set ${name}`, () => {
      const got = columns.map((diagnostic) => diagnostic(x));
      expect(wanted[name]).toHaveLength(16);
      expect(differences(got, wanted[name])).toEqual([]);
    });
  }

  test("mean, sd and unsplit ESS of A", () => {
    const got = [mean(A.values), Math.sqrt(variance(A.values)), effectiveSize(A)];
    expect(differences(got, [0.1584714373635, 2.294373263748, 901.9215255327])).toEqual([]);
  });

  test("E-BFMI of A's first chain taken as energies", () => {
    expect(differences([ebfmi(A)[0]], [0.8238822052519])).toEqual([]);
  });

  test("nested R-hat of B in two superchains", () => {
    expect(differences([nestedRhat(sets.B, [1, 1, 2, 2])], [1.018219382901])).toEqual([]);
  });

  test("normal scores of 3, 1, 2, 2", () => {
    const scores = rankNormalize(makeChains([[3, 1, 2, 2]])).values;
    expect(differences([...scores], [1.049131397964, -1.049131397964, 0, 0])).toEqual([]);
  });
});
