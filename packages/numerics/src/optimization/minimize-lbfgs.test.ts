import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import { exp, log } from "../index.js";
import { leastSquaresProblems, sumOfSquares } from "./least-squares-problems.contract.js";
import { minimizeLbfgs } from "./minimize-lbfgs.js";
import type { Objective } from "./minimum.js";

describe.each(leastSquaresProblems)("problem $name of Moré, Garbow and Hillstrom", (problem) => {
  const objective = sumOfSquares(problem);
  const start = Float64Array.from(problem.start);

  test("has the gradient that it states", () => {
    const point = start.map((value, i) => value + 0.01 * (i + 1));
    const gradient = new Float64Array(point.length);
    objective(point, gradient);
    const unused = new Float64Array(point.length);
    gradient.forEach((slope, i) => {
      const h = 1e-6 * Math.max(1, Math.abs(point[i]!));
      const at = (shift: number): number =>
        objective(
          point.map((value, k) => (k === i ? value + shift : value)),
          unused,
        );
      // Differences of a huge value are known to its rounding only.
      const noise = (1e-15 * Math.abs(at(0))) / h;
      expect(Math.abs((at(h) - at(-h)) / (2 * h) - slope)).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(slope)) + noise,
      );
    });
  });

  test("is solved", () => {
    const { outcome, value, evaluations } = minimizeLbfgs(objective, start);
    expect(outcome).toBe("converged");
    // The published values have ten digits or more; zeros are reached as far as the tolerance of the gradient demands.
    expect(
      problem.minima.some((minimum) => Math.abs(value - minimum) < 1e-10 * Math.abs(minimum) + 1e-12),
      `got ${value}`,
    ).toBe(true);
    expect(evaluations).toBeLessThan(1500);
  });
});

/** Σ weightᵢ (xᵢ − i)². */
function bowl(weights: readonly number[]): Objective {
  return (x, gradient) => {
    let total = 0;
    weights.forEach((weight, i) => {
      gradient[i] = 2 * weight * (x[i]! - i);
      total += weight * (x[i]! - i) ** 2;
    });
    return total;
  };
}

test("bowls of any scale are solved in few steps", () => {
  const weight = fc.double({ min: -4, max: 4, noNaN: true }).map((exponent) => 10 ** exponent);
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 8 }), (weights) => {
      const { outcome, point, iterations } = minimizeLbfgs(
        bowl(weights),
        new Float64Array(weights.length).fill(9),
      );
      expect(outcome).toBe("converged");
      expect(iterations).toBeLessThan(400);
      // A gradient within the tolerance leaves a flat direction this far from its minimum.
      point.forEach((value, i) => expect(Math.abs(value - i)).toBeLessThan(1e-8 / weights[i]! + 1e-6));
    }),
  );
});

test("a unit of measurement that is a million times larger changes nothing but the scale", () => {
  const scaled =
    (unit: number): Objective =>
    (x, gradient) => {
      const share = x[0]! / unit;
      gradient[0] = (share - 1 + 0.5 * exp(share)) / unit;
      return 0.5 * (share - 1) ** 2 + 0.5 * exp(share);
    };
  const small = minimizeLbfgs(scaled(1), Float64Array.of(3)).point[0]!;
  for (const unit of [1e-6, 1e6, 1e9]) {
    const { point, outcome } = minimizeLbfgs(scaled(unit), Float64Array.of(3 * unit));
    expect(outcome).toBe("converged");
    expect(Math.abs(point[0]! / unit - small)).toBeLessThan(1e-7);
  }
});

describe("outcomes", () => {
  test("steps into places where a function is not defined are cut back", () => {
    // x − ln x, defined for x > 0 only; from far out the first step would jump below 0.
    const barrier: Objective = (x, gradient) => {
      gradient[0] = 1 - 1 / x[0]!;
      return x[0]! - log(x[0]!);
    };
    const { outcome, point } = minimizeLbfgs(barrier, Float64Array.of(0.01));
    expect(outcome).toBe("converged");
    expect(point[0]).toBeCloseTo(1, 7);
  });

  test("a function without a lower end is called unbounded", () => {
    const slope: Objective = (x, gradient) => ((gradient[0] = -exp(x[0]!)), -exp(x[0]!));
    expect(minimizeLbfgs(slope, Float64Array.of(0)).outcome).toBe("unbounded");
    const plane: Objective = (x, gradient) => ((gradient[0] = 1), x[0]!);
    expect(minimizeLbfgs(plane, Float64Array.of(0)).outcome).toBe("unbounded");
  });

  test("the iterations that were allowed are not exceeded", () => {
    const { outcome, iterations } = minimizeLbfgs(bowl([1, 1e6]), Float64Array.of(9, 9), { iterations: 2 });
    expect([outcome, iterations]).toEqual(["iteration-limit", 2]);
  });

  test("a start without a value gives it back", () => {
    const { outcome, residual, point } = minimizeLbfgs(
      (_, gradient) => (gradient.fill(0), NaN),
      Float64Array.of(2),
    );
    expect([outcome, residual, point[0]]).toEqual(["not-finite", NaN, 2]);
  });

  test("a kink is where nothing goes any further", () => {
    const kink: Objective = (x, gradient) => (
      (gradient[0] = x[0]! < 0 ? -1 : 2),
      x[0]! < 0 ? -x[0]! : 2 * x[0]!
    );
    const { outcome, point } = minimizeLbfgs(kink, Float64Array.of(3));
    expect(outcome).toBe("stalled");
    expect(Math.abs(point[0]!)).toBeLessThan(1e-6);
  });

  test("a gradient with the wrong sign is called stalled", () => {
    const wrong: Objective = (x, gradient) => ((gradient[0] = -2 * x[0]!), x[0]! ** 2);
    expect(minimizeLbfgs(wrong, Float64Array.of(1)).outcome).toBe("stalled");
  });

  test("the caller may stop, and is told every iteration once", () => {
    const told: number[] = [];
    const { outcome, iterations } = minimizeLbfgs(bowl([1, 100, 1e4]), Float64Array.of(9, 9, 9), {
      onProgress: ({ iteration }) => told.push(iteration) < 3,
    });
    expect([outcome, iterations, told]).toEqual(["stopped", 3, [1, 2, 3]]);
  });

  test("a start that is a minimum is left alone, also one of no dimension", () => {
    expect(minimizeLbfgs(bowl([1]), Float64Array.of(0))).toEqual({
      ...{ point: Float64Array.of(0), value: 0, gradient: Float64Array.of(0) },
      ...{ iterations: 0, evaluations: 1, outcome: "converged", residual: 0 },
    });
    expect(minimizeLbfgs(() => 3, new Float64Array(0)).outcome).toBe("converged");
  });
});

test("any smooth function ends in an outcome, without a throw", () => {
  const coefficient = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(coefficient, { minLength: 4, maxLength: 4 }), coefficient, ([a, b, c, d], start) => {
      const cubic: Objective = (x, gradient) => {
        gradient[0] = b! + 2 * c! * x[0]! + 3 * d! * x[0]! * x[0]!;
        return a! + b! * x[0]! + c! * x[0]! ** 2 + d! * x[0]! ** 3;
      };
      const { outcome, value } = minimizeLbfgs(cubic, Float64Array.of(start), { iterations: 100 });
      expect(["converged", "unbounded", "iteration-limit", "stalled"]).toContain(outcome);
      expect(value).toBeLessThanOrEqual(cubic(Float64Array.of(start), new Float64Array(1)) + 1e-12);
    }),
  );
});

test("gives the same bits on every machine", () => {
  const objective: Objective = (x, gradient) => {
    const [u, v] = [exp(x[0]! - 1), exp(-x[0]! - 2 * x[1]!)];
    gradient.set([u - v + 0.1 * x[0]!, -2 * v + 0.2 * x[1]!]);
    return u + v + 0.05 * x[0]! * x[0]! + 0.1 * x[1]! * x[1]!;
  };
  const { point, value, gradient } = minimizeLbfgs(objective, Float64Array.of(2, -1));
  expect(bitChecksum([...point, value, ...gradient])).toBe(4241799441);
});
