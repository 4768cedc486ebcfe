/** A posterior that bends, for tests of what does not depend on the posterior. */
import type { LogDensity } from "./target.js";

/** A banana: x₁ follows a parabola of x₀. */
export const banana: LogDensity = {
  dimension: 2,
  evaluate(x, g) {
    const bend = x[1] - 0.3 * x[0] * x[0];
    g[0] = -x[0] + 0.6 * x[0] * bend;
    g[1] = -bend;
    return -0.5 * (x[0] * x[0] + bend * bend);
  },
};
