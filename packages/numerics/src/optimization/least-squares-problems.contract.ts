/** Unconstrained test problems of Moré, Garbow and Hillstrom (more1981): sums of squares with published minima. */
import type { Objective } from "./minimum.js";

export interface LeastSquaresProblem {
  readonly name: string;
  readonly start: readonly number[];
  /** Values at the published minima; a search may end in any of them. */
  readonly minima: readonly number[];
  /** Each row: a residual, then its derivatives. */
  readonly rows: (x: Float64Array) => readonly (readonly number[])[];
}

/** Σ r², with its gradient. */
export function sumOfSquares({ rows }: LeastSquaresProblem): Objective {
  return (x, gradient) => {
    gradient.fill(0);
    let total = 0;
    for (const [residual, ...slopes] of rows(x)) {
      total += residual! * residual!;
      slopes.forEach((slope, i) => (gradient[i] = gradient[i]! + 2 * residual! * slope));
    }
    return total;
  };
}

const BARD = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39];
const KOWALIK: readonly (readonly [number, number])[] = [
  [0.1957, 4],
  [0.1947, 2],
  [0.1735, 1],
  [0.16, 0.5],
  [0.0844, 0.25],
  [0.0627, 0.167],
  [0.0456, 0.125],
  [0.0342, 0.1],
  [0.0323, 0.0833],
  [0.0235, 0.0714],
  [0.0246, 0.0625],
];
const MEYER = [
  34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872,
];
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Numbers in names are those of the collection. */
export const leastSquaresProblems: readonly LeastSquaresProblem[] = [
  {
    name: "1 Rosenbrock",
    start: [-1.2, 1],
    minima: [0],
    rows: ([a, b]) => [
      [10 * (b! - a! * a!), -20 * a!, 10],
      [1 - a!, -1, 0],
    ],
  },
  {
    name: "2 Freudenstein and Roth",
    start: [0.5, -2],
    minima: [0, 48.98425367924],
    rows: ([a, b]) => [
      [-13 + a! + ((5 - b!) * b! - 2) * b!, 1, 10 * b! - 3 * b! * b! - 2],
      [-29 + a! + ((b! + 1) * b! - 14) * b!, 1, 3 * b! * b! + 2 * b! - 14],
    ],
  },
  {
    name: "3 Powell badly scaled",
    start: [0, 1],
    minima: [0],
    rows: ([a, b]) => [
      [1e4 * a! * b! - 1, 1e4 * b!, 1e4 * a!],
      [Math.exp(-a!) + Math.exp(-b!) - 1.0001, -Math.exp(-a!), -Math.exp(-b!)],
    ],
  },
  {
    name: "4 Brown badly scaled",
    start: [1, 1],
    minima: [0],
    rows: ([a, b]) => [
      [a! - 1e6, 1, 0],
      [b! - 2e-6, 0, 1],
      [a! * b! - 2, b!, a!],
    ],
  },
  {
    name: "5 Beale",
    start: [1, 1],
    minima: [0],
    rows: ([a, b]) =>
      [1.5, 2.25, 2.625].map((y, i) => [
        y - a! * (1 - b! ** (i + 1)),
        b! ** (i + 1) - 1,
        a! * (i + 1) * b! ** i,
      ]),
  },
  {
    name: "6 Jennrich and Sampson",
    start: [0.3, 0.4],
    minima: [124.36218235561],
    rows: ([a, b]) =>
      upTo(10).map((i) => [
        2 + 2 * i - Math.exp(i * a!) - Math.exp(i * b!),
        -i * Math.exp(i * a!),
        -i * Math.exp(i * b!),
      ]),
  },
  {
    name: "7 helical valley",
    start: [-1, 0, 0],
    minima: [0],
    rows: ([a, b, c]) => {
      const square = a! * a! + b! * b!;
      const turn = Math.atan2(b!, a!) / (2 * Math.PI);
      const angle = turn < -0.25 ? turn + 1 : turn;
      const perTurn = 100 / (2 * Math.PI * square);
      return [
        [10 * (c! - 10 * angle), perTurn * b!, -perTurn * a!, 10],
        [10 * (Math.sqrt(square) - 1), (10 * a!) / Math.sqrt(square), (10 * b!) / Math.sqrt(square), 0],
        [c!, 0, 0, 1],
      ];
    },
  },
  {
    name: "8 Bard",
    start: [1, 1, 1],
    minima: [8.214877306578e-3, 17.4286933],
    rows: ([a, b, c]) =>
      BARD.map((y, i) => {
        const [u, v] = [i + 1, 15 - i];
        const w = Math.min(u, v);
        const bottom = v * b! + w * c!;
        return [y - a! - u / bottom, -1, (u * v) / bottom ** 2, (u * w) / bottom ** 2];
      }),
  },
  {
    name: "10 Meyer",
    start: [0.02, 4000, 250],
    minima: [87.945855170954],
    rows: ([a, b, c]) =>
      MEYER.map((y, i) => {
        const t = 50 + 5 * i;
        const power = Math.exp(b! / (t + c!));
        return [a! * power - y, power, (a! * power) / (t + c!), (-a! * power * b!) / (t + c!) ** 2];
      }),
  },
  {
    name: "12 Box in three dimensions",
    start: [0, 10, 20],
    minima: [0],
    rows: ([a, b, c]) =>
      upTo(10).map((i) => {
        const t = 0.1 * i;
        const shape = Math.exp(-t) - Math.exp(-10 * t);
        return [
          Math.exp(-t * a!) - Math.exp(-t * b!) - c! * shape,
          -t * Math.exp(-t * a!),
          t * Math.exp(-t * b!),
          -shape,
        ];
      }),
  },
  {
    name: "13 Powell singular",
    start: [3, -1, 0, 1],
    minima: [0],
    rows: ([a, b, c, d]) => [
      [a! + 10 * b!, 1, 10, 0, 0],
      [Math.sqrt(5) * (c! - d!), 0, 0, Math.sqrt(5), -Math.sqrt(5)],
      [(b! - 2 * c!) ** 2, 0, 2 * (b! - 2 * c!), -4 * (b! - 2 * c!), 0],
      [Math.sqrt(10) * (a! - d!) ** 2, 2 * Math.sqrt(10) * (a! - d!), 0, 0, -2 * Math.sqrt(10) * (a! - d!)],
    ],
  },
  {
    name: "14 Wood",
    start: [-3, -1, -3, -1],
    minima: [0],
    rows: ([a, b, c, d]) => [
      [10 * (b! - a! * a!), -20 * a!, 10, 0, 0],
      [1 - a!, -1, 0, 0, 0],
      [Math.sqrt(90) * (d! - c! * c!), 0, 0, -2 * Math.sqrt(90) * c!, Math.sqrt(90)],
      [1 - c!, 0, 0, -1, 0],
      [Math.sqrt(10) * (b! + d! - 2), 0, Math.sqrt(10), 0, Math.sqrt(10)],
      [(b! - d!) / Math.sqrt(10), 0, 1 / Math.sqrt(10), 0, -1 / Math.sqrt(10)],
    ],
  },
  {
    name: "15 Kowalik and Osborne",
    start: [0.25, 0.39, 0.415, 0.39],
    minima: [3.07505603849e-4],
    rows: ([a, b, c, d]) =>
      KOWALIK.map(([y, u]) => {
        const top = u * u + u * b!;
        const bottom = u * u + u * c! + d!;
        return [
          y - (a! * top) / bottom,
          -top / bottom,
          (-a! * u) / bottom,
          (a! * top * u) / bottom ** 2,
          (a! * top) / bottom ** 2,
        ];
      }),
  },
  {
    name: "16 Brown and Dennis",
    start: [25, 5, -5, -1],
    minima: [85822.20162635628],
    rows: ([a, b, c, d]) =>
      upTo(20).map((i) => {
        const t = i / 5;
        const first = a! + t * b! - Math.exp(t);
        const second = c! + d! * Math.sin(t) - Math.cos(t);
        return [first ** 2 + second ** 2, 2 * first, 2 * first * t, 2 * second, 2 * second * Math.sin(t)];
      }),
  },
  {
    name: "21 Rosenbrock in forty dimensions",
    start: upTo(40).map((i) => (i % 2 === 1 ? -1.2 : 1)),
    minima: [0],
    rows: (x) =>
      Array.from(x).flatMap((value, i) => {
        const row = (residual: number, at: number, slope: number, other = 0): number[] => {
          const full = [residual, ...new Array<number>(x.length).fill(0)];
          full[at + 1] = slope;
          if (other !== 0) full[at + 2] = other;
          return full;
        };
        return i % 2 === 0
          ? [row(10 * (x[i + 1]! - value ** 2), i, -20 * value, 10), row(1 - value, i, -1)]
          : [];
      }),
  },
  {
    name: "25 variably dimensioned",
    start: upTo(10).map((i) => 1 - i / 10),
    minima: [0],
    rows: (x) => {
      const weighted = Array.from(x).reduce((total, value, i) => total + (i + 1) * (value - 1), 0);
      const unit = (i: number): number[] => Array.from(x, (_, k) => (k === i ? 1 : 0));
      return [
        ...Array.from(x, (value, i) => [value - 1, ...unit(i)]),
        [weighted, ...upTo(x.length)],
        [weighted ** 2, ...upTo(x.length).map((k) => 2 * weighted * k)],
      ];
    },
  },
];
