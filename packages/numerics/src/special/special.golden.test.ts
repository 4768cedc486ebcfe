import { expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import {
  betaQuantile,
  digamma,
  drawUniform,
  erf,
  erfc,
  gammaQuantile,
  incompleteBeta,
  incompleteGamma,
  logBeta,
  logGamma,
  normalCdf,
  normalLogCdf,
  normalQuantile,
  randomStream,
  studentTCdf,
  studentTQuantile,
} from "../index.js";

/** From three uniform numbers to a value; all arguments by basic arithmetic. */
type OfUniforms = (u: number, v: number, w: number) => number;

// Frozen: a change here changes fits and reports. It needs a changeset that says so.
test.each<[string, OfUniforms, number]>([
  ["logGamma", (u) => logGamma(30 * u - 5), 684720254],
  ["digamma", (u) => digamma(30 * u), 2971520676],
  ["logBeta", (u, v) => logBeta(30 * u, 30 * v), 685770526],
  ["erf", (u) => erf(8 * u - 4), 1891309354],
  ["erfc", (u) => erfc(20 * u - 4), 1052202477],
  ["normalCdf", (u) => normalCdf(40 * u - 30), 3238133951],
  ["normalLogCdf", (u) => normalLogCdf(100 * u - 90), 2077380679],
  ["normalQuantile", (u) => normalQuantile(u), 3759992770],
  ["incompleteGamma", (u, v) => incompleteGamma(40 * u, 40 * v), 2642128148],
  ["gammaQuantile", (u, v) => gammaQuantile(u, 40 * v), 3265689685],
  ["incompleteBeta", (u, v, w) => incompleteBeta(u, 40 * v, 40 * w), 940370629],
  ["betaQuantile", (u, v, w) => betaQuantile(u, 40 * v, 40 * w), 1231693891],
  ["studentTCdf", (u, v) => studentTCdf(20 * u - 10, 30 * v), 526549025],
  ["studentTQuantile", (u, v) => studentTQuantile(u, 30 * v), 4290978656],
])("%s gives the same bits on every machine", (name, of, checksum) => {
  const stream = randomStream("special golden", name);
  const next = () => drawUniform(stream);
  expect(bitChecksum(Array.from({ length: 500 }, () => of(next(), next(), next())))).toBe(checksum);
});
