import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinearConstraint, Polytope } from "./polytope.js";
import { polytopeSet, projectOntoPolytope } from "./project-onto-polytope.js";
import { projectByActiveSet } from "./project-by-active-set.js";
import { minimizeWithin } from "./minimize-within.js";
import { projectOntoSumBox, sumBox } from "./sum-box.js";

/** Thousandths, because digits of a double end near its smallest numbers, where there is no rounding to speak of. */
const number = (min: number, max: number) =>
  fc.integer({ min: 1000 * min, max: 1000 * max }).map((value) => value / 1000);

/** A polytope around a point that lies in it, some constraints touching the point, and two further points. */
const cases = fc
  .record({
    size: fc.integer({ min: 1, max: 9 }),
    rows: fc.array(
      fc.record({
        weights: fc.array(fc.constantFrom(-1, 0, 0, 0.5, 1, 1), { minLength: 9, maxLength: 9 }),
        slack: fc.oneof(fc.constant(0), number(0, 2)),
        equal: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    inside: fc.array(number(-3, 3), { minLength: 9, maxLength: 9 }),
    room: fc.array(fc.oneof(fc.constant(0), number(0, 4)), { minLength: 18, maxLength: 18 }),
    point: fc.array(number(-20, 20), { minLength: 9, maxLength: 9 }),
  })
  .map(({ size, rows, inside, room, point }) => {
    const feasible = Float64Array.from(inside.slice(0, size));
    const constraints = rows.flatMap(({ weights, slack, equal }): readonly LinearConstraint[] => {
      const coefficients = Float64Array.from(weights.slice(0, size));
      if (coefficients.every((value) => value === 0)) return [];
      const value = coefficients.reduce((total, c, i) => total + c * feasible[i]!, 0);
      const indices = Int32Array.from(coefficients.keys());
      return [
        { indices, coefficients, kind: equal ? "equal" : "atMost", bound: equal ? value : value + slack },
      ];
    });
    const set: Polytope = {
      lower: feasible.map((value, i) => value - room[i]!),
      upper: feasible.map((value, i) => value + room[9 + i]!),
      constraints,
    };
    return { set, feasible, point: Float64Array.from(point.slice(0, size)) };
  });

function row(indices: readonly number[], kind: "equal" | "atMost", bound: number): LinearConstraint {
  const coefficients = Float64Array.from(indices, () => 1);
  return { indices: Int32Array.from(indices), coefficients, kind, bound };
}

function normed(constraint: LinearConstraint): LinearConstraint {
  const norm = Math.hypot(...constraint.coefficients);
  const coefficients = constraint.coefficients.map((value) => value / norm);
  return { ...constraint, coefficients, bound: constraint.bound / norm };
}

describe("projection onto a polytope", () => {
  test("lies in it, and no point of it is on the other side of it", () => {
    fc.assert(
      fc.property(cases, ({ set, feasible, point }) => {
        const found = projectOntoPolytope(point, set);
        if (found.kind === "empty") return expect(found.kind).toBe("found");
        const { point: nearest, violation, multipliers } = found;
        nearest.forEach((value, i) => expect(value >= set.lower[i]! && value <= set.upper[i]!).toBe(true));
        // Points of size 20.
        expect(violation).toBeLessThan(1e-10);
        set.constraints.forEach(({ kind }, r) => expect(kind === "equal" || multipliers[r]! >= 0).toBe(true));
        // (y − p) · (z − p) ≤ 0 for a z of the set marks a projection; rounding of sums of size 100.
        const product = point.reduce(
          (total, y, i) => total + (y - nearest[i]!) * (feasible[i]! - nearest[i]!),
          0,
        );
        expect(product).toBeLessThan(1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  test("agrees with the exact one for a single sum", () => {
    fc.assert(
      fc.property(fc.array(number(-9, 9), { minLength: 2, maxLength: 8 }), number(0, 1), (values, share) => {
        const point = Float64Array.from(values);
        const lower = point.map(() => 0);
        const upper = point.map((_, i) => 1 + i);
        const bound = share * upper.reduce((total, value) => total + value, 0);
        const exact = projectOntoSumBox(point, sumBox({ lower, upper, sum: bound }));
        const total = row(Array.from(point.keys()), "equal", bound);
        const found = projectOntoPolytope(point, { lower, upper, constraints: [total] });
        if (found.kind === "empty") return expect(found.kind).toBe("found");
        found.point.forEach((value, i) => expect(Math.abs(value - exact[i]!)).toBeLessThan(1e-12));
      }),
    );
  });

  test("by Newton and by the active set is one", () => {
    fc.assert(
      fc.property(cases, ({ set, point }) => {
        const unit = { ...set, constraints: set.constraints.map(normed) };
        const fast = projectOntoPolytope(point, unit);
        const slow = projectByActiveSet(point, unit);
        if (fast.kind === "empty" || slow.kind === "empty") return expect(fast.kind + slow.kind).toBe("");
        fast.point.forEach((value, i) => expect(Math.abs(value - slow.point[i]!)).toBeLessThan(1e-8));
      }),
      { numRuns: 1000 },
    );
  });

  test("of an empty polytope tells which constraints and bounds contradict each other", () => {
    const set: Polytope = {
      lower: Float64Array.of(4, 4, 0),
      upper: Float64Array.of(9, 9, 9),
      constraints: [row([0, 1, 2], "equal", 12), row([0, 1], "atMost", 6), row([1, 2], "atMost", 20)],
    };
    const found = projectOntoPolytope(Float64Array.of(4, 4, 4), set);
    expect(found).toMatchObject({ kind: "empty" });
    if (found.kind === "found") return;
    const { constraints, lower, upper } = found.conflict;
    // x₀ + x₁ ≤ 6, but both are at least 4.
    const weight = constraints[1]!;
    expect(Array.from(constraints, (value) => value / weight)).toEqual([0, 1, 0]);
    expect(Array.from(lower, (value) => Number((value / weight).toFixed(12)))).toEqual([1, 1, 0]);
    expect(Array.from(upper)).toEqual([0, 0, 0]);
  });

  test("of an empty polytope always gives weights that add up to a contradiction", () => {
    fc.assert(
      fc.property(cases, number(1, 9), ({ set, point }, gap) => {
        // A sum that the bounds do not reach.
        const most = set.upper.reduce((total, value) => total + value, 0);
        const over = row(Array.from(point.keys()), "equal", most + gap);
        const all = { ...set, constraints: [...set.constraints, over] };
        const found = projectOntoPolytope(point, all);
        if (found.kind === "found") return expect(found.kind).toBe("empty");
        const { constraints, lower, upper } = found.conflict;
        const total = point.map((_, i) => upper[i]! - lower[i]!);
        let right = 0;
        all.constraints.forEach(({ indices, coefficients, kind, bound }, r) => {
          expect(kind === "equal" || constraints[r]! > -1e-12).toBe(true);
          indices.forEach((i, k) => (total[i] = total[i]! + constraints[r]! * coefficients[k]!));
          right += constraints[r]! * bound;
        });
        point.forEach((_, i) => (right += upper[i]! * set.upper[i]! - lower[i]! * set.lower[i]!));
        for (const value of total) expect(Math.abs(value)).toBeLessThan(1e-9);
        expect(right).toBeLessThan(-1e-6);
      }),
    );
  });

  test("serves a search: the least squares point under two constraints", () => {
    // Minimum of Σ (x − c)² where x₀ + x₁ = 4 and x₀ ≤ 1: (1, 3) by hand.
    const set = polytopeSet({
      lower: Float64Array.of(0, 0),
      upper: Float64Array.of(9, 9),
      constraints: [
        { indices: Int32Array.of(0, 1), coefficients: Float64Array.of(1, 1), kind: "equal", bound: 4 },
        { indices: Int32Array.of(0), coefficients: Float64Array.of(2), kind: "atMost", bound: 2 },
      ],
    });
    const { point, outcome } = minimizeWithin(
      (x, gradient) => {
        x.forEach((value, i) => (gradient[i] = 2 * (value - 5 + i)));
        return x.reduce((total, value, i) => total + (value - 5 + i) * (value - 5 + i), 0);
      },
      Float64Array.of(9, 9),
      set,
    );
    expect(outcome).toBe("converged");
    expect(Math.abs(point[0]! - 1)).toBeLessThan(1e-12);
    expect(Math.abs(point[1]! - 3)).toBeLessThan(1e-12);
  });
});
