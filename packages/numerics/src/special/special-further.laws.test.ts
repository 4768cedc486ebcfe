import fc from "fast-check";
import { expect, test } from "vitest";
import {
  besselI0LogSlope,
  digamma,
  erf,
  erfc,
  erfcInverse,
  erfInverse,
  exp,
  expm1,
  incompleteBeta,
  incompleteBetaUpper,
  incompleteGamma,
  incompleteGammaUpper,
  inverseMillsRatio,
  lambertW,
  log,
  log1mExp,
  logBesselI0,
  logChoose,
  logGamma,
  logMultivariateGamma,
  logSubtractExp,
  logAddExp,
  normalCdf,
  normalLogCdf,
  owensT,
  trigamma,
} from "../index.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Spread evenly over the orders of magnitude. */
const logarithmic = (min: number, max: number) => number(min, max).map((exponent) => 10 ** exponent);
const shape = logarithmic(-1, 4);

function close(a: number, b: number, relative: number): boolean {
  return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
}

/** The slope by central differences, good to about eight digits. */
function slopeOf(of: (x: number) => number, x: number): number {
  const h = 1e-5 * Math.max(1, Math.abs(x));
  return (of(x + h) - of(x - h)) / (2 * h);
}

test("slopes are slopes: trigamma of digamma, Mills of ln Φ, the Bessel ratio of ln I₀", () => {
  fc.assert(
    fc.property(number(0.5, 50), number(-20, 5), (x, z) => {
      expect(close(slopeOf(digamma, x), trigamma(x), 1e-6)).toBe(true);
      expect(Math.abs(slopeOf(normalLogCdf, z) - inverseMillsRatio(z))).toBeLessThan(1e-6);
      expect(Math.abs(slopeOf(logBesselI0, x) - besselI0LogSlope(x))).toBeLessThan(1e-7);
    }),
  );
});

test("inverses undo what they invert", () => {
  fc.assert(
    fc.property(number(1e-300, 0.99), logarithmic(-300, -0.1), number(-0.999, 600), (x, tail, w) => {
      expect(close(erf(erfInverse(x)), x, 2e-15)).toBe(true);
      expect(close(erfc(erfcInverse(tail)), tail, 2e-12)).toBe(true);
      // Beside −1 the product w e^w is flat, so that w is known to half of its digits only.
      expect(Math.abs(lambertW(w * exp(w)) - w)).toBeLessThan(1e-7 * Math.max(1, w));
    }),
  );
});

test("both tails add up to one", () => {
  fc.assert(
    fc.property(number(0.001, 0.999), shape, shape, (u, a, b) => {
      expect(Math.abs(incompleteGamma(2 * a * u, a) + incompleteGammaUpper(2 * a * u, a) - 1)).toBeLessThan(
        1e-12,
      );
      expect(Math.abs(incompleteBeta(u, a, b) + incompleteBetaUpper(u, a, b) - 1)).toBeLessThan(1e-12);
    }),
  );
});

test("Poisson tails are sums of probabilities", () => {
  fc.assert(
    fc.property(number(0.01, 40), fc.integer({ min: 1, max: 60 }), (rate, count) => {
      const below = Array.from({ length: count }, (_, k) => exp(k * log(rate) - rate - logGamma(k + 1)));
      return close(
        incompleteGammaUpper(rate, count),
        below.reduce((a, b) => a + b),
        1e-11,
      );
    }),
  );
});

test("logarithms of sums and differences undo each other", () => {
  fc.assert(
    fc.property(number(-50, 50), number(-10, 10), (a, distance) => {
      expect(Math.abs(logSubtractExp(logAddExp(a, a + distance), a + distance) - a)).toBeLessThan(1e-9);
      const x = -Math.abs(distance);
      if (x < 0) expect(close(exp(log1mExp(x)), -expm1(x), 2e-13)).toBe(true);
    }),
  );
});

test("Pascal's triangle holds on logarithms", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1e6 }), number(0, 1), (n, share) => {
      const k = 1 + Math.floor(share * (n - 2));
      return close(logAddExp(logChoose(n - 1, k - 1), logChoose(n - 1, k)), logChoose(n, k), 4e-15);
    }),
  );
});

test("the multivariate gamma function of one dimension is the gamma function, and recurs", () => {
  fc.assert(
    fc.property(number(0.1, 100), fc.integer({ min: 2, max: 8 }), (x, p) => {
      expect(logMultivariateGamma(x, 1)).toBe(logGamma(x));
      const full = logMultivariateGamma(x + p, p);
      const step = ((p - 1) / 2) * log(Math.PI) + logGamma(x + p) + logMultivariateGamma(x + p - 0.5, p - 1);
      expect(Math.abs(full - step)).toBeLessThan(1e-13 * Math.max(10, Math.abs(full)));
    }),
  );
});

test("Owen's T is even in h, odd in a, and a half of the square of tails at a = 1", () => {
  fc.assert(
    fc.property(number(-6, 6), number(-5, 5), (h, a) => {
      expect(owensT(-h, a) === owensT(h, a) && owensT(h, -a) === -owensT(h, a)).toBe(true);
      expect(close(owensT(h, 1), 0.5 * normalCdf(h) * normalCdf(-h), 1e-14)).toBe(true);
    }),
  );
});
