/** Frozen draws: a change here changes the results of everybody's seeds, and must be said in a changeset. */
import { exp } from "@mmm/numerics";
import { expect, test } from "vitest";
import { sample } from "./sample.js";
import type { LogDensity } from "./target.js";

/** Neal's funnel with three legs: every part of the sampler has something to do. */
const funnel: LogDensity = {
  dimension: 4,
  evaluate(x, g) {
    const precision = exp(-x[0]);
    let square = 0;
    for (let i = 1; i < 4; i++) {
      square += x[i] * x[i];
      g[i] = -x[i] * precision;
    }
    g[0] = -x[0] / 9 + 0.5 * square * precision - 1.5;
    return -0.5 * ((x[0] * x[0]) / 9 + square * precision + 3 * x[0]);
  },
};

test("seed 7 draws the same first positions in every release and on every machine", async () => {
  const traces = await sample(funnel, { seed: 7, chains: 2, warmup: 200, draws: 100 });
  expect(traces.map(({ positions }) => [...positions.slice(0, 12)])).toMatchInlineSnapshot(`
    [
      [
        4.411582532773203,
        -4.887323339716888,
        -10.889996278692518,
        0.1714167523657979,
        4.696897989337856,
        9.189063451316212,
        8.663449240731982,
        -5.380421296474033,
        4.023163105224923,
        -11.996103236890958,
        -9.909585938296047,
        4.198749724882081,
      ],
      [
        0.7981410840316305,
        3.375358323400052,
        0.20914232563698146,
        -1.0098700983564095,
        4.035426686100787,
        3.444118436759554,
        0.658339111678572,
        -2.17711026038453,
        2.117065220320577,
        4.31176896910819,
        1.2394051190484356,
        -0.7321602239867216,
      ],
    ]
  `);
  expect(traces.map(({ finalStepSize }) => finalStepSize)).toMatchInlineSnapshot(`
    [
      0.3991345439486828,
      0.42640017298582,
    ]
  `);
  expect(traces.map(({ leapfrogs, warmup }) => [...leapfrogs.slice(0, 10), warmup.leapfrogs]))
    .toMatchInlineSnapshot(`
    [
      [
        21,
        31,
        63,
        31,
        63,
        15,
        15,
        63,
        127,
        55,
        10949,
      ],
      [
        15,
        15,
        31,
        31,
        15,
        31,
        3,
        31,
        15,
        15,
        2483,
      ],
    ]
  `);
});
