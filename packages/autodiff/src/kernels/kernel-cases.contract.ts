/** The naive formula of every kernel, written from its mathematics and not from its code. */

import type { BufferRule, CountName, FormulaCall, KernelCase } from "./kernel-call.contract.js";
import type { KernelName } from "./kernel-table.js";

const rows: readonly CountName[] = ["n2", "n1", "n0"];
const perRow: readonly CountName[] = ["n2", "n1"];

function input(shape: readonly CountName[], range: readonly [number, number] = [-2, 2]): BufferRule {
  return { role: "in", shape, range, broadcast: true };
}

function output(shape: readonly CountName[]): BufferRule {
  return { role: "out", shape };
}

/** Visits all places of three loops. */
function everywhere({ counts }: FormulaCall, visit: (i: number, j: number, t: number) => void): void {
  for (let i = 0; i < counts.n2; i++) {
    for (let j = 0; j < counts.n1; j++) {
      for (let t = 0; t < counts.n0; t++) visit(i, j, t);
    }
  }
}

function everyRow({ counts }: FormulaCall, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < counts.n2; i++) {
    for (let j = 0; j < counts.n1; j++) visit(i, j);
  }
}

/** Sets an element to a sum of terms, judged by the sum of their sizes. */
function setSum(call: FormulaCall, buffer: string, index: readonly number[], terms: readonly number[]): void {
  const [value, scale] = terms.reduce(([sum, size], term) => [sum + term, size + Math.abs(term)], [0, 0]);
  call.set(buffer, index, value, scale);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Near a zero of f the error counts against `floor`: there the naive formulas cancel. */
function elementwise(f: (x: number) => number, domain: readonly [number, number], floor = 1e-2): KernelCase {
  return {
    buffers: { out: output(["n"]), x: input(["n"], domain) },
    formula: (call) => {
      for (const i of range(0, call.counts.n)) {
        const value = f(call.get("x", i));
        call.set("out", [i], value, Math.max(Math.abs(value), floor));
      }
    },
  };
}

function binary(f: (a: number, b: number) => number, range: readonly [number, number] = [-2, 2]): KernelCase {
  return {
    buffers: { out: output(rows), a: input(rows), b: input(rows, range) },
    formula: (call) =>
      everywhere(call, (i, j, t) =>
        call.set("out", [i, j, t], f(call.get("a", i, j, t), call.get("b", i, j, t))),
      ),
  };
}

/** log Γ, ψ or ψ′ by stepping up to 30 and the first terms of the asymptotic series there. */
function steppedUp(step: (x: number) => number, far: (x: number) => number): (x: number) => number {
  return (x) => range(0, 30).reduce((sum, k) => sum + step(x + k), far(x + 30));
}

const naiveLogGamma = steppedUp(
  (x) => -Math.log(x),
  (x) =>
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5),
);
const naiveDigamma = steppedUp(
  (x) => -1 / x,
  (x) => Math.log(x) - 1 / (2 * x) - 1 / (12 * x ** 2) + 1 / (120 * x ** 4) - 1 / (252 * x ** 6),
);
const naiveTrigamma = steppedUp(
  (x) => 1 / x ** 2,
  (x) => 1 / x + 1 / (2 * x ** 2) + 1 / (6 * x ** 3) - 1 / (30 * x ** 5) + 1 / (42 * x ** 7),
);

/** log Φ from the power series of Φ near 0 and the continued fraction of the tail far from it. */
function naiveNormalLogCdf(x: number): number {
  const size = Math.abs(x);
  const density = Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI);
  let tail: number;
  if (size < 2.5) {
    let [term, series] = [size, size];
    for (let k = 1; k < 80; k++) {
      term *= (size * size) / (2 * k + 1);
      series += term;
    }
    tail = 0.5 - density * series;
  } else tail = density / range(1, 200).reduceRight((fraction, k) => size + k / fraction, size);
  return x < 0 ? Math.log(tail) : Math.log1p(-tail);
}

const media: readonly [number, number] = [0, 3];
const share: readonly [number, number] = [0, 0.95];
const positive: readonly [number, number] = [0.3, 3];

/** out[t] = Σ_l w(l) x[t + direction · l] within the row. */
function convolution(direction: 1 | -1): KernelCase {
  return {
    buffers: { out: output(rows), x: input(rows), w: input(["n2", "n1", "lags"]) },
    formula: (call) =>
      everywhere(call, (i, j, t) => {
        const lags = range(0, call.counts.lags).filter((l) => {
          const place = t + direction * l;
          return place >= 0 && place < call.counts.n0;
        });
        setSum(
          call,
          "out",
          [i, j, t],
          lags.map((l) => call.get("w", i, j, l) * call.get("x", i, j, t + direction * l)),
        );
      }),
  };
}

/** out[t] = Σ_{u} α^|t − u| x[u] over u ≤ t or u ≥ t. */
function recursion(sources: (t: number, n: number) => readonly number[]): KernelCase {
  return {
    buffers: { out: output(rows), x: input(rows), alpha: input(perRow, share) },
    formula: (call) =>
      everywhere(call, (i, j, t) => {
        const terms = sources(t, call.counts.n0).map(
          (u) => call.get("alpha", i, j) ** Math.abs(t - u) * call.get("x", i, j, u),
        );
        setSum(call, "out", [i, j, t], terms);
      }),
  };
}

export const kernelCases: { readonly [K in KernelName]: KernelCase } = {
  fill: {
    buffers: { out: output(["n"]), value: input([]) },
    formula: (call) => range(0, call.counts.n).forEach((i) => call.set("out", [i], call.get("value"))),
  },
  copy: {
    buffers: { out: output(rows), x: input(rows) },
    formula: (call) => everywhere(call, (...at) => call.set("out", at, call.get("x", ...at))),
  },
  add: binary((a, b) => a + b),
  subtract: binary((a, b) => a - b),
  multiply: binary((a, b) => a * b),
  divide: binary((a, b) => a / b, positive),
  contract: {
    buffers: { out: { role: "both", shape: rows, broadcast: true }, a: input(rows), b: input(rows) },
    formula: (call) =>
      // Rounding of a long sum: far below the size of the largest sum possible here.
      everywhere(call, (...at) =>
        call.set("out", at, call.get("out", ...at) + call.get("a", ...at) * call.get("b", ...at), 10),
      ),
  },
  negate: elementwise((x) => -x, [-2, 2]),
  exp: elementwise(Math.exp, [-30, 30]),
  log: elementwise(Math.log, [1e-3, 10]),
  log1p: elementwise(Math.log1p, [-0.9, 10]),
  expm1: elementwise(Math.expm1, [-10, 10]),
  sqrt: elementwise(Math.sqrt, media),
  square: elementwise((x) => x * x, [-2, 2]),
  reciprocal: elementwise((x) => 1 / x, positive),
  tanh: elementwise(Math.tanh, [-5, 5]),
  logistic: elementwise((x) => 1 / (1 + Math.exp(-x)), [-20, 20]),
  softplus: elementwise((x) => Math.log(1 + Math.exp(x)), [-4, 40]),
  sin: elementwise(Math.sin, [-40, 40]),
  cos: elementwise(Math.cos, [-40, 40]),
  logGamma: elementwise(naiveLogGamma, [0.05, 30], 1),
  digamma: elementwise(naiveDigamma, [0.05, 30], 1),
  trigamma: elementwise(naiveTrigamma, [0.05, 30]),
  geometricRecursion: recursion((t) => range(0, t + 1)),
  reverseGeometricRecursion: recursion((t, n) => range(t, n)),
  geometricRetentionPullback: {
    buffers: { out: output(perRow), g: input(rows), stock: input(rows), alpha: input(perRow, share) },
    formula: (call) =>
      everyRow(call, (i, j) => {
        const n = call.counts.n0;
        const terms = range(1, n).flatMap((t) =>
          range(t, n).map(
            (u) =>
              call.get("alpha", i, j) ** (u - t) * call.get("g", i, j, u) * call.get("stock", i, j, t - 1),
          ),
        );
        setSum(call, "out", [i, j], terms);
      }),
  },
  causalConvolution: convolution(-1),
  anticausalConvolution: convolution(1),
  convolutionWeightsPullback: {
    buffers: { out: output(["n2", "n1", "lags"]), g: input(rows), x: input(rows) },
    formula: (call) =>
      everyRow(call, (i, j) =>
        range(0, call.counts.lags).forEach((l) =>
          setSum(
            call,
            "out",
            [i, j, l],
            range(l, call.counts.n0).map((t) => call.get("g", i, j, t) * call.get("x", i, j, t - l)),
          ),
        ),
      ),
  },
  powers: {
    buffers: { out: output(["n", "lags"]), x: input(["n"], share) },
    formula: (call) =>
      range(0, call.counts.n).forEach((i) =>
        range(0, call.counts.lags).forEach((l) => call.set("out", [i, l], call.get("x", i) ** l)),
      ),
  },
  powersPullback: {
    buffers: { out: output(["n"]), g: input(["n", "lags"]), x: input(["n"], share) },
    formula: (call) =>
      range(0, call.counts.n).forEach((i) =>
        setSum(
          call,
          "out",
          [i],
          range(1, call.counts.lags).map((l) => l * call.get("x", i) ** (l - 1) * call.get("g", i, l)),
        ),
      ),
  },
  hill: {
    buffers: {
      h: output(rows),
      r: output(rows),
      x: input(rows, media),
      k: input(perRow, positive),
      s: input(perRow, positive),
    },
    formula: (call) =>
      everywhere(call, (i, j, t) => {
        const [x, k, s] = [call.get("x", i, j, t), call.get("k", i, j), call.get("s", i, j)];
        call.set("h", [i, j, t], x ** s / (k ** s + x ** s));
        call.set("r", [i, j, t], Math.log2(x / k), 1);
      }),
  },
  hillPullback: {
    buffers: {
      ...{
        gx: output(rows),
        sumW: output(perRow),
        sumWr: output(perRow),
        g: input(rows),
        h: input(rows, [0, 1]),
      },
      ...{ r: input(rows), x: input(rows, positive), s: input(perRow, positive) },
    },
    formula: (call) => {
      const weight = (i: number, j: number, t: number): number => {
        const h = call.get("h", i, j, t);
        return call.get("g", i, j, t) * h * (1 - h);
      };
      everywhere(call, (i, j, t) =>
        call.set("gx", [i, j, t], (weight(i, j, t) * call.get("s", i, j)) / call.get("x", i, j, t)),
      );
      everyRow(call, (i, j) => {
        const times = range(0, call.counts.n0);
        setSum(
          call,
          "sumW",
          [i, j],
          times.map((t) => weight(i, j, t)),
        );
        setSum(
          call,
          "sumWr",
          [i, j],
          times.map((t) => weight(i, j, t) * call.get("r", i, j, t)),
        );
      });
    },
  },
  logisticSaturation: {
    buffers: { h: output(rows), x: input(rows, media), rate: input(perRow, positive) },
    formula: (call) =>
      everywhere(call, (i, j, t) => {
        const decayed = Math.exp(-call.get("rate", i, j) * call.get("x", i, j, t));
        call.set("h", [i, j, t], (1 - decayed) / (1 + decayed), 1e-2);
      }),
  },
  logisticSaturationPullback: {
    buffers: {
      ...{ gx: output(rows), sumWx: output(perRow), g: input(rows), h: input(rows, [0, 1]) },
      ...{ x: input(rows, media), rate: input(perRow, positive) },
    },
    formula: (call) => {
      const weight = (i: number, j: number, t: number): number =>
        (call.get("g", i, j, t) * (1 - call.get("h", i, j, t) ** 2)) / 2;
      everywhere(call, (i, j, t) => call.set("gx", [i, j, t], weight(i, j, t) * call.get("rate", i, j)));
      everyRow(call, (i, j) =>
        setSum(
          call,
          "sumWx",
          [i, j],
          range(0, call.counts.n0).map((t) => weight(i, j, t) * call.get("x", i, j, t)),
        ),
      );
    },
  },
  maximum: binary(Math.max),
  minimum: binary(Math.min),
  greater: binary((a, b) => (a > b ? 1 : 0)),
  power: {
    buffers: { out: output(rows), a: input(rows, positive), b: input(rows, [-3, 3]) },
    formula: (call) =>
      everywhere(call, (...at) => call.set("out", at, call.get("a", ...at) ** call.get("b", ...at))),
  },
  select: {
    buffers: { out: output(["n"]), mask: input(["n"], [-1, 2]), a: input(["n"]), b: input(["n"]) },
    formula: (call) =>
      range(0, call.counts.n).forEach((i) =>
        call.set("out", [i], call.get(call.get("mask", i) === 0 ? "b" : "a", i)),
      ),
  },
  gather: {
    buffers: {
      ...{ out: output(rows), x: input(["n2", "lags", "n0"]) },
      index: { role: "in", shape: ["n1"], range: ({ lags }) => [0, lags - 1e-9] },
    },
    formula: (call) =>
      everywhere(call, (i, j, t) =>
        call.set("out", [i, j, t], call.get("x", i, Math.floor(call.get("index", j)), t)),
      ),
  },
  scatterAdd: {
    buffers: {
      ...{ out: { role: "both", shape: ["n2", "lags", "n0"] }, g: input(rows) },
      index: { role: "in", shape: ["n1"], range: ({ lags }) => [0, lags - 1e-9] },
    },
    formula: (call) =>
      everywhere(call, (i, j, t) => {
        const at = [i, Math.floor(call.get("index", j)), t] as const;
        call.set("out", at, call.get("out", ...at) + call.get("g", i, j, t), 10);
      }),
  },
  rowMaximum: {
    buffers: { out: output(["n2"]), x: input(["n2", "n0"]) },
    formula: (call) =>
      range(0, call.counts.n2).forEach((i) =>
        call.set("out", [i], Math.max(...range(0, call.counts.n0).map((t) => call.get("x", i, t)))),
      ),
  },
  rowMaximumPullback: {
    buffers: { out: output(["n2", "n0"]), g: input(["n2"]), x: input(["n2", "n0"]) },
    formula: (call) =>
      range(0, call.counts.n2).forEach((i) => {
        const row = range(0, call.counts.n0).map((t) => call.get("x", i, t));
        row.forEach((value, t) => call.set("out", [i, t], value === Math.max(...row) ? call.get("g", i) : 0));
      }),
  },
  cumulativeProduct: {
    buffers: { out: output(["n2", "n0"]), x: input(["n2", "n0"], [-1.2, 1.2]) },
    formula: (call) =>
      range(0, call.counts.n2).forEach((i) =>
        range(0, call.counts.n0).forEach((t) =>
          call.set("out", [i, t], (t === 0 ? 1 : call.get("out", i, t - 1)) * call.get("x", i, t)),
        ),
      ),
  },
  cumulativeProductPullback: {
    buffers: {
      ...{ out: output(["n2", "n0"]), g: input(["n2", "n0"]) },
      ...{ x: input(["n2", "n0"], [-1.1, 1.1]), y: input(["n2", "n0"]) },
    },
    formula: (call) =>
      range(0, call.counts.n2).forEach((i) =>
        range(0, call.counts.n0).forEach((t) => {
          const before = t === 0 ? 1 : call.get("y", i, t - 1);
          const terms = range(t, call.counts.n0).map((u) =>
            range(t + 1, u + 1).reduce(
              (product, v) => product * call.get("x", i, v),
              before * call.get("g", i, u),
            ),
          );
          setSum(call, "out", [i, t], terms);
        }),
      ),
  },
  normalLogCdf: elementwise(naiveNormalLogCdf, [-6, 6]),
};
