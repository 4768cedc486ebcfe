/** The law of a compiled model that every spec must hold: its gradient is what finite differences see. */

import type { Dataset } from "@mmm/data";
import { randomStream } from "@mmm/numerics";
import { expect } from "vitest";
import { compileModel } from "./compile-model.js";
import { compileForwardPass } from "./forward/forward-pass.js";
import type { ModelSpec } from "./spec/model-spec.js";

/** Judges every derivative at a draw from the prior, relative to the largest. */
export function expectGradient(dataset: Dataset, spec: ModelSpec): void {
  const model = compileModel(dataset, spec);
  const position = compileForwardPass(dataset, spec).drawPrior(randomStream(7, "start"));
  const [gradient, unused] = [new Float64Array(model.dimension), new Float64Array(model.dimension)];
  expect(model.logDensity.evaluate(position, gradient)).toBeGreaterThan(-Infinity);
  const size = 1 + Math.max(...gradient.map(Math.abs));
  gradient.forEach((derivative, i) => {
    const step = 1e-5;
    const at = (by: number): number => {
      const moved = position.slice();
      moved[i] = position[i]! + by;
      return model.logDensity.evaluate(moved, unused);
    };
    const estimate = (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
    expect(Math.abs(derivative - estimate) / size).toBeLessThan(1e-7);
  });
}
