import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referencePoints, ulpsOff, worstError } from "../accuracy.contract.js";
import { cos, exp, expm1, log, log1p, logistic, logit, pow, sin, softplus, tanh } from "../index.js";

const file = new URL("./elementary.reference.json", import.meta.url);

/** The bounds that the docstrings state, measured over 60,000 points per range when they were written. */
const stated: readonly [name: string, of: (...args: number[]) => number, ulps: number][] = [
  ["exp", exp, 1.02],
  ["expm1", expm1, 0.6],
  ["log", log, 0.7],
  ["log1p", log1p, 0.7],
  ["pow", pow, 1.02],
  ["sin", sin, 0.8],
  ["cos", cos, 0.8],
  ["tanh", tanh, 1.5],
  ["logistic", logistic, 2.2],
  ["logit", logit, 2.2],
  ["softplus", softplus, 1.5],
];

describe("against 60 digits", () => {
  test.each(stated)("%s keeps its stated error", (name, of, ulps) => {
    const worst = worstError(of, referencePoints(file, name), ulpsOff);
    expect(worst.error, `at ${worst.at.join(", ")}`).toBeLessThanOrEqual(ulps);
  });
});

describe("at the ends", () => {
  const ends: readonly [string, (x: number) => number, readonly (readonly [number, number])[]][] = [
    [
      "exp",
      exp,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [709.782712893384, 1.7976931348622732e308],
        [709.7827128933841, Infinity],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [NaN, NaN],
      ],
    ],
    [
      "expm1",
      expm1,
      [
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [Infinity, Infinity],
        [-Infinity, -1],
        [-40.5, -1],
        [800, Infinity],
        [NaN, NaN],
      ],
    ],
    [
      "log",
      log,
      [
        [1, 0],
        [0, -Infinity],
        [-0, -Infinity],
        [-1, NaN],
        [-5e-324, NaN],
        [Infinity, Infinity],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "log1p",
      log1p,
      [
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [-1, -Infinity],
        [-1.5, NaN],
        [Infinity, Infinity],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "sin",
      sin,
      [
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [Infinity, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "cos",
      cos,
      [
        [0, 1],
        [-0, 1],
        [5e-324, 1],
        [Infinity, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      "tanh",
      tanh,
      [
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [Infinity, 1],
        [-Infinity, -1],
        [25, 1],
        [NaN, NaN],
      ],
    ],
    [
      "logistic",
      logistic,
      [
        [0, 0.5],
        [-0, 0.5],
        [Infinity, 1],
        [-Infinity, 0],
        [-745, 5e-324],
        [NaN, NaN],
      ],
    ],
    [
      "logit",
      logit,
      [
        [0.5, 0],
        [0, -Infinity],
        [1, Infinity],
        [-0.1, NaN],
        [1.1, NaN],
        [5e-324, -744.4400719213812],
        [NaN, NaN],
      ],
    ],
    [
      "softplus",
      softplus,
      [
        [Infinity, Infinity],
        [-Infinity, 0],
        [-745, 5e-324],
        [1e300, 1e300],
        [NaN, NaN],
      ],
    ],
  ];
  test.each(ends)("%s is exact", (_, of, values) => {
    for (const [x, expected] of values) expect(of(x), `at ${x}`).toBe(expected);
  });

  test("pow has the special cases of JavaScript", () => {
    const cases = [
      0,
      -0,
      1,
      -1,
      0.5,
      -0.5,
      2,
      -2,
      3,
      -3,
      1e300,
      -1e300,
      9007199254740993,
      Infinity,
      -Infinity,
      NaN,
    ];
    // The host's own pow is only asked for cases whose result is exact in every engine.
    for (const base of cases)
      for (const exponent of cases) {
        const expected = Math.pow(base, exponent);
        const got = pow(base, exponent);
        if (Number.isFinite(expected) && expected !== 0)
          expect(Math.abs(got / expected - 1)).toBeLessThan(1e-15);
        else expect(got, `${base} ** ${exponent}`).toBe(expected);
      }
  });
});

describe("laws", () => {
  const moderate = fc.double({ min: -700, max: 700, noNaN: true });

  test("exp and log undo each other to the precision that the argument allows", () => {
    fc.assert(
      fc.property(moderate, (x) => Math.abs(log(exp(x)) - x) <= 1.2e-16 * Math.max(1, 2 * Math.abs(x))),
    );
  });

  test("growing functions never fall by more than rounding", () => {
    fc.assert(
      fc.property(moderate, fc.double({ min: 0, max: 1e-3, noNaN: true }), (x, step) =>
        [exp, logistic, tanh, expm1, softplus].every((f) => f(x + step) >= f(x) - 4e-16 * Math.abs(f(x))),
      ),
    );
  });

  test("integer powers agree with repeated multiplication", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.integer({ min: 0, max: 9 }),
        (base, n) => {
          let product = 1;
          for (let i = 0; i < n; i++) product *= base;
          const got = pow(base, n);
          return got === product || Math.abs(got - product) <= 1.2e-15 * Math.abs(product);
        },
      ),
    );
  });

  test("sin² + cos² is 1 for angles of any size", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (angle) => {
        return Math.abs(sin(angle) * sin(angle) + cos(angle) * cos(angle) - 1) < 4e-16;
      }),
    );
  });

  test("odd functions are odd to the last bit", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) =>
        [sin, tanh].every((f) => Object.is(f(-x), -f(x))),
      ),
    );
  });
});
