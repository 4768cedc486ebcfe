/** Constrained test problems of Hock and Schittkowski (hock1981), with published starts, minima and values. */
import type { ConstrainedProblem, Constraints } from "./augmented-lagrangian.js";
import type { Objective } from "./minimum.js";
import { sumBox } from "./sum-box.js";

export interface HockSchittkowskiProblem {
  readonly name: string;
  readonly problem: ConstrainedProblem;
  readonly start: readonly number[];
  /** The published minimum; undefined where there are several points. */
  readonly point?: readonly number[];
  readonly value: number;
}

/** From a function that returns the value followed by the gradient. */
function objective(of: (...x: number[]) => readonly number[]): Objective {
  return (x, gradient) => {
    const [value, ...slopes] = of(...x);
    gradient.set(slopes);
    return value!;
  };
}

/** From functions that return a constraint's value followed by its gradient. */
function constraints(...all: readonly ((...x: number[]) => readonly number[])[]): Constraints {
  return {
    count: all.length,
    evaluate: (x, values, jacobian) =>
      all.forEach((of, k) => {
        const [value, ...slopes] = of(...x);
        values[k] = value!;
        jacobian.set(slopes, k * x.length);
      }),
  };
}

function bounds(lower: readonly number[], upper: readonly number[]): { within: ReturnType<typeof sumBox> } {
  return { within: sumBox({ lower: Float64Array.from(lower), upper: Float64Array.from(upper) }) };
}

const none = Infinity;

/** Numbers are those of the collection. */
export const hockSchittkowskiProblems: readonly HockSchittkowskiProblem[] = [
  {
    name: "1",
    problem: {
      objective: objective((a, b) => {
        const rest = b! - a! * a!;
        return [100 * rest ** 2 + (1 - a!) ** 2, -400 * rest * a! - 2 * (1 - a!), 200 * rest];
      }),
      ...bounds([-none, -1.5], [none, none]),
    },
    start: [-2, 1],
    point: [1, 1],
    value: 0,
  },
  {
    name: "6",
    problem: {
      objective: objective((a) => [(1 - a!) ** 2, -2 * (1 - a!), 0]),
      equalities: constraints((a, b) => [10 * (b! - a! * a!), -20 * a!, 10]),
    },
    start: [-1.2, 1],
    point: [1, 1],
    value: 0,
  },
  {
    name: "7",
    problem: {
      objective: objective((a, b) => [Math.log1p(a! * a!) - b!, (2 * a!) / (1 + a! * a!), -1]),
      equalities: constraints((a, b) => [(1 + a! * a!) ** 2 + b! * b! - 4, 4 * a! * (1 + a! * a!), 2 * b!]),
    },
    start: [2, 2],
    point: [0, Math.sqrt(3)],
    value: -Math.sqrt(3),
  },
  {
    name: "26",
    problem: {
      objective: objective((a, b, c) => [
        (a! - b!) ** 2 + (b! - c!) ** 4,
        2 * (a! - b!),
        -2 * (a! - b!) + 4 * (b! - c!) ** 3,
        -4 * (b! - c!) ** 3,
      ]),
      equalities: constraints((a, b, c) => [
        (1 + b! * b!) * a! + c! ** 4 - 3,
        1 + b! * b!,
        2 * a! * b!,
        4 * c! ** 3,
      ]),
    },
    start: [-2.6, 2, 2],
    value: 0,
  },
  {
    name: "28",
    problem: {
      objective: objective((a, b, c) => [
        (a! + b!) ** 2 + (b! + c!) ** 2,
        2 * (a! + b!),
        2 * (a! + b!) + 2 * (b! + c!),
        2 * (b! + c!),
      ]),
      equalities: constraints((a, b, c) => [a! + 2 * b! + 3 * c! - 1, 1, 2, 3]),
    },
    start: [-4, 1, 1],
    point: [0.5, -0.5, 0.5],
    value: 0,
  },
  {
    name: "35",
    problem: {
      objective: objective((a, b, c) => [
        9 - 8 * a! - 6 * b! - 4 * c! + 2 * a! * a! + 2 * b! * b! + c! * c! + 2 * a! * b! + 2 * a! * c!,
        -8 + 4 * a! + 2 * b! + 2 * c!,
        -6 + 4 * b! + 2 * a!,
        -4 + 2 * c! + 2 * a!,
      ]),
      inequalities: constraints((a, b, c) => [a! + b! + 2 * c! - 3, 1, 1, 2]),
      ...bounds([0, 0, 0], [none, none, none]),
    },
    start: [0.5, 0.5, 0.5],
    point: [4 / 3, 7 / 9, 4 / 9],
    value: 1 / 9,
  },
  {
    name: "43",
    problem: {
      objective: objective((a, b, c, d) => [
        a! * a! + b! * b! + 2 * c! * c! + d! * d! - 5 * a! - 5 * b! - 21 * c! + 7 * d!,
        2 * a! - 5,
        2 * b! - 5,
        4 * c! - 21,
        2 * d! + 7,
      ]),
      inequalities: constraints(
        (a, b, c, d) => [
          a! * a! + b! * b! + c! * c! + d! * d! + a! - b! + c! - d! - 8,
          2 * a! + 1,
          2 * b! - 1,
          2 * c! + 1,
          2 * d! - 1,
        ],
        (a, b, c, d) => [
          a! * a! + 2 * b! * b! + c! * c! + 2 * d! * d! - a! - d! - 10,
          2 * a! - 1,
          4 * b!,
          2 * c!,
          4 * d! - 1,
        ],
        (a, b, c, d) => [
          2 * a! * a! + b! * b! + c! * c! + 2 * a! - b! - d! - 5,
          4 * a! + 2,
          2 * b! - 1,
          2 * c!,
          -1,
        ],
      ),
    },
    start: [0, 0, 0, 0],
    point: [0, 1, 2, -1],
    value: -44,
  },
  {
    name: "71",
    problem: {
      objective: objective((a, b, c, d) => [
        a! * d! * (a! + b! + c!) + c!,
        d! * (2 * a! + b! + c!),
        a! * d!,
        a! * d! + 1,
        a! * (a! + b! + c!),
      ]),
      equalities: constraints((a, b, c, d) => [
        a! * a! + b! * b! + c! * c! + d! * d! - 40,
        2 * a!,
        2 * b!,
        2 * c!,
        2 * d!,
      ]),
      inequalities: constraints((a, b, c, d) => [
        25 - a! * b! * c! * d!,
        -b! * c! * d!,
        -a! * c! * d!,
        -a! * b! * d!,
        -a! * b! * c!,
      ]),
      ...bounds([1, 1, 1, 1], [5, 5, 5, 5]),
    },
    start: [1, 5, 5, 1],
    point: [1, 4.7429994, 3.8211503, 1.3794082],
    value: 17.0140173,
  },
  {
    name: "76",
    problem: {
      objective: objective((a, b, c, d) => [
        a! * a! + 0.5 * b! * b! + c! * c! + 0.5 * d! * d! - a! * c! + c! * d! - a! - 3 * b! + c! - d!,
        2 * a! - c! - 1,
        b! - 3,
        2 * c! - a! + d! + 1,
        d! + c! - 1,
      ]),
      inequalities: constraints(
        (a, b, c, d) => [a! + 2 * b! + c! + d! - 5, 1, 2, 1, 1],
        (a, b, c, d) => [3 * a! + b! + 2 * c! - d! - 4, 3, 1, 2, -1],
        (_, b, c) => [1.5 - b! - 4 * c!, 0, -1, -4, 0],
      ),
      ...bounds([0, 0, 0, 0], [none, none, none, none]),
    },
    start: [0.5, 0.5, 0.5, 0.5],
    point: [0.2727273, 2.090909, -0.26e-10, 0.5454545],
    value: -4.681818181,
  },
  {
    name: "100",
    problem: {
      objective: objective((a, b, c, d, e, f, g) => [
        (a! - 10) ** 2 +
          5 * (b! - 12) ** 2 +
          c! ** 4 +
          3 * (d! - 11) ** 2 +
          10 * e! ** 6 +
          7 * f! * f! +
          g! ** 4 -
          4 * f! * g! -
          10 * f! -
          8 * g!,
        2 * (a! - 10),
        10 * (b! - 12),
        4 * c! ** 3,
        6 * (d! - 11),
        60 * e! ** 5,
        14 * f! - 4 * g! - 10,
        4 * g! ** 3 - 4 * f! - 8,
      ]),
      inequalities: constraints(
        (a, b, c, d, e) => [
          2 * a! * a! + 3 * b! ** 4 + c! + 4 * d! * d! + 5 * e! - 127,
          4 * a!,
          12 * b! ** 3,
          1,
          8 * d!,
          5,
          0,
          0,
        ],
        (a, b, c, d, e) => [7 * a! + 3 * b! + 10 * c! * c! + d! - e! - 282, 7, 3, 20 * c!, 1, -1, 0, 0],
        (a, b, _, __, ___, f, g) => [
          23 * a! + b! * b! + 6 * f! * f! - 8 * g! - 196,
          23,
          2 * b!,
          0,
          0,
          0,
          12 * f!,
          -8,
        ],
        (a, b, c, _, __, f, g) => [
          4 * a! * a! + b! * b! - 3 * a! * b! + 2 * c! * c! + 5 * f! - 11 * g!,
          8 * a! - 3 * b!,
          2 * b! - 3 * a!,
          4 * c!,
          0,
          0,
          5,
          -11,
        ],
      ),
    },
    start: [1, 2, 0, 4, 0, 1, 1],
    point: [2.330499, 1.951372, -0.4775414, 4.365726, -0.624487, 1.038131, 1.594227],
    value: 680.6300573,
  },
];
