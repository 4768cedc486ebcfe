import { describe, expect, test } from "vitest";
import type { ConstrainedProblem, Constraints } from "./augmented-lagrangian.js";
import { hockSchittkowskiProblems } from "./hock-schittkowski-problems.contract.js";
import { minimizeConstrained } from "./minimize-constrained.js";
import type { Objective } from "./minimum.js";
import { sumBox } from "./sum-box.js";

describe.each(hockSchittkowskiProblems)(
  "problem $name of Hock and Schittkowski",
  ({ problem, start, point, value }) => {
    const result = minimizeConstrained(problem, Float64Array.from(start));

    test("is solved", () => {
      expect(result.outcome).toBe("converged");
      expect(result.residual).toBeLessThanOrEqual(1e-8);
      expect(result.violation).toBeLessThanOrEqual(result.residual);
      // Published values have seven digits.
      expect(Math.abs(result.value - value)).toBeLessThan(2e-8 * Math.max(1, Math.abs(value)));
      point?.forEach((expected, i) => expect(Math.abs(result.point[i]! - expected)).toBeLessThan(1e-6));
      expect(result.evaluations).toBeLessThan(3000);
    });

    test("has constraints with the Jacobians that they state", () => {
      for (const constraints of [problem.equalities, problem.inequalities]) {
        if (constraints === undefined) continue;
        const at = Float64Array.from(start, (given, i) => given + 0.1 * (i + 1));
        const jacobian = new Float64Array(constraints.count * at.length);
        constraints.evaluate(at, new Float64Array(constraints.count), jacobian);
        at.forEach((_, i) => {
          const [above, below] = [1e-6, -1e-6].map((shift) => {
            const values = new Float64Array(constraints.count);
            const moved = at.map((given, k) => (k === i ? given + shift : given));
            constraints.evaluate(moved, values, new Float64Array(jacobian.length));
            return values;
          }) as [Float64Array, Float64Array];
          above.forEach((value, k) => {
            const slope = (value - below[k]!) / 2e-6;
            expect(Math.abs(slope - jacobian[k * at.length + i]!)).toBeLessThan(
              1e-5 * Math.max(1, Math.abs(slope)),
            );
          });
        });
      }
    });
  },
);

/** x² + y². */
const square: Objective = (x, gradient) => {
  gradient.set([2 * x[0]!, 2 * x[1]!]);
  return x[0]! * x[0]! + x[1]! * x[1]!;
};

/** weights · x − level. */
function linear(weights: readonly number[], level: number): Constraints {
  return {
    count: 1,
    evaluate: (x, values, jacobian) => {
      values[0] = weights.reduce((total, weight, i) => total + weight * x[i]!, -level);
      jacobian.set(weights);
    },
  };
}

test("multipliers say what loosening a constraint gains", () => {
  const value = (level: number) =>
    minimizeConstrained({ objective: square, inequalities: linear([-1, -2], level) }, new Float64Array(2));
  const { multipliers, value: now } = value(-5);
  expect(multipliers.inequalities[0]).toBeCloseTo(2, 6);
  expect((now - value(-5 + 1e-3).value) / 1e-3).toBeCloseTo(2, 3);
  const equal = minimizeConstrained(
    { objective: square, equalities: linear([1, 2], 5) },
    new Float64Array(2),
  );
  expect(equal.multipliers.equalities[0]).toBeCloseTo(-2, 6);
});

test("an inequality with slack has no price and changes nothing", () => {
  const { point, multipliers, outcome } = minimizeConstrained(
    { objective: square, inequalities: linear([1, 1], 5) },
    Float64Array.of(3, -4),
  );
  expect(outcome).toBe("converged");
  expect(Math.abs(point[0]!) + Math.abs(point[1]!)).toBeLessThan(1e-7);
  expect([...multipliers.inequalities]).toEqual([0]);
});

test("a problem without constraints is one of L-BFGS, one with a set alone of projected gradients", () => {
  expect(minimizeConstrained({ objective: square }, Float64Array.of(3, 4)).outcome).toBe("converged");
  const within = sumBox({ lower: Float64Array.of(1, 0), upper: Float64Array.of(5, 5), sum: 3 });
  const { point, outcome } = minimizeConstrained({ objective: square, within }, Float64Array.of(0, 0));
  expect(outcome).toBe("converged");
  expect(point[0]).toBeCloseTo(1.5, 7);
});

test("a budget with a ratio between two channels keeps both, to the cent", () => {
  // Σ x = 10 by the set; twice as much on the first as on the second by a constraint.
  const objective: Objective = (x, gradient) => {
    x.forEach((value, i) => (gradient[i] = -(i + 1) / (1 + value)));
    return x.reduce((total, value, i) => total - (i + 1) * Math.log1p(value), 0);
  };
  const within = sumBox({ lower: new Float64Array(3), upper: new Float64Array(3).fill(10), sum: 10 });
  const { point, outcome } = minimizeConstrained(
    { objective, within, equalities: linear([1, -2, 0], 0) },
    new Float64Array(3),
  );
  expect(outcome).toBe("converged");
  expect(Math.abs(point[0]! - 2 * point[1]!)).toBeLessThan(1e-7);
  expect(Math.abs(point[0]! + point[1]! + point[2]! - 10)).toBeLessThan(1e-12);
});

describe("outcomes", () => {
  test("contradictions are called infeasible", () => {
    const contradiction: ConstrainedProblem = {
      objective: square,
      equalities: linear([1, 0], 3),
      inequalities: linear([1, 0], 2),
    };
    const { outcome, violation } = minimizeConstrained(contradiction, new Float64Array(2));
    expect(outcome).toBe("infeasible");
    expect(violation).toBeGreaterThan(0.4);
  });

  test("a penalty that is too weak at first grows until it holds the objective", () => {
    // −x² falls without end unless x ≤ 1 is enforced, which takes a penalty above 2.
    const objective: Objective = (x, gradient) => {
      gradient[0] = -200 * x[0]!;
      return -100 * x[0]! * x[0]!;
    };
    const { outcome, point, multipliers } = minimizeConstrained(
      { objective, inequalities: linear([1], 1) },
      Float64Array.of(0.5),
    );
    expect([outcome, Math.round(point[0]! * 1e6)]).toEqual(["converged", 1e6]);
    expect(multipliers.inequalities[0]).toBeCloseTo(200, 3);
  });

  test("an objective that no penalty holds is called unbounded", () => {
    const objective: Objective = (x, gradient) => {
      gradient[0] = -Math.exp(x[0]!);
      return -Math.exp(x[0]!);
    };
    const { outcome } = minimizeConstrained({ objective, inequalities: linear([1], 1) }, Float64Array.of(50));
    expect(outcome).toBe("unbounded");
  });

  test("limits, stops and undefined functions are told", () => {
    const problem = { objective: square, equalities: linear([1, 2], 5) };
    const start = Float64Array.of(9, -9);
    expect(minimizeConstrained(problem, start, { iterations: 1 }).outcome).toBe("iteration-limit");
    const told: number[] = [];
    const stopped = minimizeConstrained(problem, start, {
      onProgress: ({ iteration }) => told.push(iteration) < 4,
    });
    expect([stopped.outcome, told]).toEqual(["stopped", [1, 2, 3, 4]]);
    const undefinedThere = { ...problem, objective: (_: Float64Array, g: Float64Array) => (g.fill(0), NaN) };
    expect(minimizeConstrained(undefinedThere, start).outcome).toBe("not-finite");
  });
});
