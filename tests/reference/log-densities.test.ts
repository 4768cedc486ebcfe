import { compile } from "@mmm/autodiff";
import { describe, expect, it } from "vitest";
import { allPosteriors } from "./posteriors/all-posteriors.js";
import {
  logDensityPoints,
  referencePosterior,
  referencesAreMissing,
} from "./posteriors/reference-posterior.js";

describe.skipIf(referencesAreMissing)("posteriordb (skipped where its data are missing)", () => {
  it.each(Object.keys(allPosteriors))("%s has Stan's log density and gradient within 1e-9", (name) => {
    const { variables, logDensity } = allPosteriors[name]!(referencePosterior(name).data);
    const program = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
    const gradient = new Float64Array(program.dimension);
    const points = logDensityPoints(name);
    expect(points.length).toBeGreaterThan(2);
    for (const { unconstrained, log_prob_jacobian, grad_jacobian } of points) {
      const value = program.evaluateGradient(unconstrained, gradient);
      expect(Math.abs(value / log_prob_jacobian - 1)).toBeLessThan(1e-9);
      const size = Math.max(...grad_jacobian.map(Math.abs));
      grad_jacobian.forEach((derivative, i) =>
        expect(Math.abs(gradient[i]! - derivative) / size, `derivative ${i}`).toBeLessThan(1e-9),
      );
    }
  });
});
