import { describe, expect, test } from "vitest";
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
  drawPoisson,
  drawStudentT,
  drawUniform,
  randomStream,
  restoreStream,
  type RandomStream,
} from "../index.js";

const variates: readonly [string, (stream: RandomStream) => number][] = [
  ["uniform", drawUniform],
  ["integer", (stream) => drawInteger(stream, 1e6)],
  ["normal", drawNormal],
  ["exponential", drawExponential],
  ["gamma", (stream) => drawGamma(stream, 0.7)],
  ["beta", (stream) => drawBeta(stream, 2, 3)],
  ["Student t", (stream) => drawStudentT(stream, 4)],
  ["Poisson", (stream) => drawPoisson(stream, 300)],
  ["binomial", (stream) => drawBinomial(stream, 1000, 0.4)],
  ["negative binomial", (stream) => drawNegativeBinomial(stream, 300, 3)],
  ["Bernoulli", (stream) => drawBernoulli(stream, 0.5)],
  ["categorical", (stream) => drawCategorical(stream, [1, 2, 3, 4])],
  ["Dirichlet", (stream) => drawDirichlet(stream, [1, 2, 3])[0]!],
];

describe.each(variates)("%s numbers", (name, draw) => {
  const take = (stream: RandomStream, count: number): number[] =>
    Array.from({ length: count }, () => draw(stream));

  test("of a child are the same however many its parent has drawn", () => {
    const parent = randomStream("split law", name);
    const early = take(parent.split("child", 1), 20);
    take(parent, 17);
    expect(take(parent.split("child", 1), 20)).toEqual(early);
    expect(take(randomStream("split law", name, "child", 1), 20)).toEqual(early);
  });

  test("go on after a pause as if there had been none", () => {
    const stream = randomStream("pause", name);
    take(stream, 5);
    const copy = restoreStream(stream.state());
    expect(take(copy, 20)).toEqual(take(stream, 20));
  });

  test("of siblings are not correlated", () => {
    const [a, b] = [0, 1].map((k) => take(randomStream("siblings", name, k), 4000)) as [number[], number[]];
    const rank = (values: number[]): number[] => {
      const centre = values.toSorted((x, y) => x - y)[2000]!;
      return values.map((value) => Math.sign(value - centre));
    };
    const [x, y] = [rank(a), rank(b)];
    const size = (v: number[]): number => v.reduce((total, value) => total + value * value, 0);
    const product = x.reduce((total, value, i) => total + value * y[i]!, 0);
    const offset = (x.reduce((t, v) => t + v, 0) * y.reduce((t, v) => t + v, 0)) / 4000;
    // A correlation of signs times √n is nearly normal: 4.9 is passed once in a million.
    expect((Math.abs(product - offset) / Math.sqrt(size(x) * size(y))) * Math.sqrt(4000)).toBeLessThan(4.9);
  });
});
