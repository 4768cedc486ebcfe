/** The half-Cauchy distribution. */

import { add } from "@mmm/autodiff";
import { cos, sin } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { cauchy } from "../real-line/cauchy.js";
import { halfStudentT } from "./half-student-t.js";

/**
 * Half-Cauchy distribution: the absolute value of a Cauchy quantity around 0. Its median is its scale, and it has no
 * finite mean: a prior for scales about which next to nothing is known, and the local scale of the horseshoe.
 *
 *     log p(x) = log(2/π) − log scale − log(1 + (x / scale)²),   x > 0
 *
 * Parameters: `scale` (γ), > 0, in the unit of x, the median.
 *
 * @source carvalho2010
 * @example
 * halfCauchy.quantile(0.5, { scale: 3 }); // => 3
 */
export const halfCauchy: Distribution<"scale"> = {
  kind: "half-cauchy",
  parameters: { scale: { meaning: "median", support: positive } },
  support: () => positive,
  logDensity: (x, { scale }) => add(cauchy.logDensity(x, { location: 0, scale }), Math.LN2),
  draw: (stream, { scale }) => Math.abs(cauchy.draw(stream, { location: 0, scale })),
  mean: () => Infinity,
  standardDeviation: () => Infinity,
  // tan(πp/2), from the nearer end.
  quantile: (probability, { scale }) => {
    const angle = (Math.PI / 2) * Math.min(probability, 1 - probability);
    return scale * (probability <= 0.5 ? sin(angle) / cos(angle) : cos(angle) / sin(angle));
  },
  cdf: (x, { scale }) => halfStudentT.cdf(x, { degreesOfFreedom: 1, scale }),
};
