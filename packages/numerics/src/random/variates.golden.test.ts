import { expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import {
  drawBernoulli,
  drawBeta,
  drawBinomial,
  drawCategorical,
  drawDirichlet,
  drawExponential,
  drawGamma,
  drawInteger,
  drawNegativeBinomial,
  drawNormal,
  drawPermutation,
  drawPoisson,
  drawStudentT,
  drawUniform,
  randomStream,
  type RandomStream,
} from "../index.js";

// Frozen: a change here changes every fit. It needs a changeset that says so.

test("stream states and integers are frozen", () => {
  expect(randomStream(0).state()).toEqual([
    3823634032, 3842641596, 2515673792, 3054873127, 1044946800, 3953951381, 3990930058, 1281219960,
  ]);
  expect(randomStream("market", "chain", 3).state()).toEqual([
    3517596016, 1926776077, 1126295654, 3882772721, 4004748836, 1209822714, 212965651, 2186738519,
  ]);
  const stream = randomStream(42);
  expect(Array.from({ length: 4 }, () => stream.nextUint32())).toEqual([
    3821174747, 3997761213, 2292228147, 3025169643,
  ]);
});

const variates: readonly [string, (stream: RandomStream) => number, readonly number[], number][] = [
  [
    "uniform",
    drawUniform,
    [0.663865016602074, 0.2868105918299617, 0.2957553123241522, 0.6089899816266128],
    1466126130,
  ],
  ["integer below 10", (stream) => drawInteger(stream, 10), [4, 3, 5, 3], 1229631306],
  [
    "integer below 2^40",
    (stream) => drawInteger(stream, 1099511627776),
    [986608926686, 68525124470, 99030739357, 131490581813],
    3899247946,
  ],
  [
    "normal",
    drawNormal,
    [1.1122200597778589, -2.1989867615925376, -0.8499557469655089, 0.05621809018868714],
    1719998271,
  ],
  [
    "exponential",
    drawExponential,
    [1.913589451222292, 0.16053903661163205, 0.2679921696229174, 0.6871506877176141],
    2320725064,
  ],
  [
    "gamma of shape 2.5",
    (stream) => drawGamma(stream, 2.5),
    [2.214303632811395, 1.6449808305508506, 6.195655776779114, 0.5013907248009364],
    3861714105,
  ],
  [
    "gamma of shape 0.3",
    (stream) => drawGamma(stream, 0.3),
    [0.006123775936747109, 0.052626675142513624, 0.0010557703835053648, 0.005209700704193584],
    4218801836,
  ],
  [
    "beta of shapes 2, 3",
    (stream) => drawBeta(stream, 2, 3),
    [0.32404708305602375, 0.3146054874789594, 0.739145615523106, 0.13289563513333175],
    2965800174,
  ],
  [
    "beta of shapes 0.2, 0.5",
    (stream) => drawBeta(stream, 0.2, 0.5),
    [0.0000017468210941658188, 0.00444033443005505, 0.8151535668727954, 0.12669270762643717],
    3951434095,
  ],
  [
    "Student t of 4 degrees",
    (stream) => drawStudentT(stream, 4),
    [0.5289201441551822, -0.8101946988008775, 0.7642277196309999, -0.028482927624249754],
    4159866776,
  ],
  ["Poisson of mean 3.5", (stream) => drawPoisson(stream, 3.5), [4, 3, 2, 6], 2754946381],
  ["Poisson of mean 250", (stream) => drawPoisson(stream, 250), [257, 272, 269, 245], 1871021154],
  [
    "binomial of 20 trials with probability 0.2",
    (stream) => drawBinomial(stream, 20, 0.2),
    [2, 4, 4, 2],
    1953787889,
  ],
  [
    "binomial of 1000 trials with probability 0.7",
    (stream) => drawBinomial(stream, 1000, 0.7),
    [709, 692, 698, 720],
    2220008820,
  ],
  [
    "negative binomial of mean 40 with dispersion 3",
    (stream) => drawNegativeBinomial(stream, 40, 3),
    [8, 59, 39, 40],
    2422961729,
  ],
  ["Bernoulli of probability 0.3", (stream) => drawBernoulli(stream, 0.3), [1, 1, 1, 0], 3832328229],
  [
    "categorical of weights 1, 2, 3, 4",
    (stream) => drawCategorical(stream, [1, 2, 3, 4]),
    [3, 3, 3, 3],
    4127307669,
  ],
  [
    "first share of a Dirichlet of 0.5, 2, 3",
    (stream) => drawDirichlet(stream, [0.5, 2, 3])[0]!,
    [0.03326464903321004, 0.303340028233271, 0.024619670352824377, 0.07765660814191036],
    3103583203,
  ],
];

test.each(variates)("the draws of %s are frozen", (name, draw, first, checksum) => {
  const stream = randomStream("golden", name);
  const values = Array.from({ length: 10_000 }, () => draw(stream));
  expect(values.slice(0, 4)).toEqual(first);
  expect(bitChecksum(values)).toBe(checksum);
});

test("permutations are frozen", () => {
  expect([...drawPermutation(randomStream("golden", "permutation"), 10)]).toEqual([
    5, 7, 1, 9, 6, 0, 3, 2, 4, 8,
  ]);
});
