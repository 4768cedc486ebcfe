import { randomStream, drawUniform } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { dualAveraging } from "./dual-averaging.js";

describe("dual averaging", () => {
  // By hand, ε₀ = 0.1, target 0.8, acceptances 0.5, 0.9, 1.0:
  //   h₁ = (0.3)/11                                        log ε₁ = log 1 − h₁ √1 / 0.05 = −0.545454…
  //   h₂ = (11/12) h₁ + (−0.1)/12 = 0.2/12                 log ε₂ = −(0.2/12) √2 / 0.05  = −0.471404…
  //   h₃ = (12/13) h₂ + (−0.2)/13 = 0                      log ε₃ = 0
  //   log ε̄₁ = log ε₁;  k₂ = 2^−0.75 = 0.594603…, log ε̄₂ = k₂ log ε₂ + (1 − k₂) log ε̄₁;  k₃ = 3^−0.75 = 0.438691…
  test("follows the values computed by hand", () => {
    const adapter = dualAveraging(0.8);
    const start = adapter.start(0.1);
    expect(start.stepSize).toBe(0.1);
    const first = adapter.update(start, 0.5);
    expect(first.meanError).toBeCloseTo(0.3 / 11, 15);
    expect(first.stepSize).toBeCloseTo(0.5795783, 7);
    expect(first.averageLogStep).toBeCloseTo(-6 / 11, 14);
    const second = adapter.update(first, 0.9);
    expect(second.meanError).toBeCloseTo(0.2 / 12, 15);
    expect(second.stepSize).toBeCloseTo(0.6241251, 7);
    const average2 = 0.5946035575 * -0.4714045208 + 0.4053964425 * -0.5454545455;
    expect(second.averageLogStep).toBeCloseTo(average2, 9);
    const third = adapter.update(second, 1);
    expect(third.meanError).toBeCloseTo(0, 15);
    expect(third.stepSize).toBeCloseTo(1, 13);
    expect(third.averageLogStep).toBeCloseTo((1 - 0.4386913377) * average2, 9);
    expect(adapter.finish(third)).toBeCloseTo(0.7543, 3);
    expect(third.count).toBe(4);
  });

  test("finds the step size at which a noisy decreasing acceptance meets the target", () => {
    const stream = randomStream(1);
    const adapter = dualAveraging(0.8);
    let state = adapter.start(0.01);
    for (let n = 0; n < 2000; n++) {
      // Mean acceptance 1 − ε/2 with noise: 0.8 at ε = 0.4.
      state = adapter.update(state, 1 - state.stepSize / 2 + 0.2 * (drawUniform(stream) - 0.5));
    }
    expect(adapter.finish(state)).toBeCloseTo(0.4, 2);
  });

  test("never takes a step longer than π", () => {
    const adapter = dualAveraging(0.8);
    let state = adapter.start(1e5);
    expect(state.stepSize).toBe(Math.PI);
    for (let n = 0; n < 50; n++) state = adapter.update(state, 1);
    expect(state.stepSize).toBeCloseTo(Math.PI, 14);
    expect(adapter.finish(state)).toBeCloseTo(Math.PI, 14);
  });

  test("leaves the state it is given unchanged", () => {
    const adapter = dualAveraging(0.8);
    const start = Object.freeze(adapter.start(0.3));
    adapter.update(start, 0.1);
    expect(start.count).toBe(1);
  });
});
