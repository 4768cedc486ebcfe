import fc from "fast-check";
import { expect, test } from "vitest";
import {
  betaQuantile,
  digamma,
  erf,
  erfc,
  gammaQuantile,
  incompleteBeta,
  incompleteGamma,
  log,
  logBeta,
  logGamma,
  normalCdf,
  normalLogCdf,
  normalQuantile,
  studentTCdf,
  studentTQuantile,
} from "../index.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Spread evenly over the orders of magnitude. */
const logarithmic = (min: number, max: number) => number(min, max).map((exponent) => 10 ** exponent);
const probability = fc.oneof(number(0.001, 0.999), logarithmic(-200, -3));
const shape = logarithmic(-1.5, 4);

function close(a: number, b: number, relative: number): boolean {
  return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
}

test("Γ(x + 1) = x Γ(x), on logarithms", () => {
  fc.assert(
    fc.property(logarithmic(-3, 6), (x) => {
      const difference = logGamma(x + 1) - logGamma(x) - log(x);
      return Math.abs(difference) < 4e-15 * Math.max(1, Math.abs(logGamma(x)), Math.abs(log(x)));
    }),
  );
});

test("ψ is the slope of ln Γ", () => {
  fc.assert(
    fc.property(number(0.5, 50), (x) => {
      const h = 1e-5 * x;
      return Math.abs((logGamma(x + h) - logGamma(x - h)) / (2 * h) - digamma(x)) < 1e-8;
    }),
  );
});

test("beta functions are symmetric, and their distribution functions complement each other", () => {
  fc.assert(
    fc.property(number(0.001, 0.999), shape, shape, (x, a, b) => {
      const total = incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a);
      // 1 − x is rounded, which moves a steep distribution function by up to its slope times half an ulp.
      return logBeta(a, b) === logBeta(b, a) && Math.abs(total - 1) < 1e-12;
    }),
  );
});

test("erf + erfc is 1, and erf is odd", () => {
  fc.assert(
    fc.property(number(-6, 6), (x) => Math.abs(erf(x) + erfc(x) - 1) < 3e-16 && Object.is(erf(-x), -erf(x))),
  );
});

test("normal quantile and distribution function undo each other, in the tails too", () => {
  fc.assert(fc.property(logarithmic(-300, -0.01), (p) => close(normalCdf(normalQuantile(p)), p, 2e-12)));
  fc.assert(fc.property(number(-37, -1), (x) => close(normalLogCdf(x), log(normalCdf(x)), 1e-14)));
});

test("gamma quantile and distribution function undo each other", () => {
  fc.assert(
    fc.property(probability, shape, (p, a) => {
      const x = gammaQuantile(p, a);
      // Where the quantile underflows or nearly does, there is nothing to compare.
      return x < 1e-290 || close(incompleteGamma(x, a), p, 1e-11);
    }),
  );
});

test("beta quantile and distribution function undo each other", () => {
  fc.assert(
    fc.property(probability, shape, shape, (p, a, b) => {
      const x = betaQuantile(p, a, b);
      // Near 1 the next double may already have another probability.
      return x < 1e-290 || x > 0.999 || close(incompleteBeta(x, a, b), p, 1e-11);
    }),
  );
});

test("Student t quantile and distribution function undo each other", () => {
  fc.assert(
    fc.property(probability, logarithmic(-0.3, 7), (p, degrees) => {
      const x = studentTQuantile(p, degrees);
      return !Number.isFinite(x) || close(studentTCdf(x, degrees), p, 1e-11);
    }),
  );
});

test("distribution functions never fall by more than rounding", () => {
  fc.assert(
    fc.property(shape, shape, number(0, 1), number(0, 1), (a, b, u, v) => {
      const [low, high] = u < v ? [u, v] : [v, u];
      expect(incompleteBeta(high, a, b)).toBeGreaterThanOrEqual(incompleteBeta(low, a, b) * (1 - 1e-12));
      expect(incompleteGamma(3 * a * high, a)).toBeGreaterThanOrEqual(
        incompleteGamma(3 * a * low, a) * (1 - 1e-12),
      );
      expect(studentTCdf(9 * high - 5, b)).toBeGreaterThanOrEqual(studentTCdf(9 * low - 5, b) * (1 - 1e-12));
    }),
  );
});
