import { axis } from "@mmm/autodiff";
import { studentTCdf } from "@mmm/numerics";
import { describe } from "vitest";
import {
  ellipticalMarginals,
  type Marginal,
  multivariateDistributionContract,
} from "../../multivariate-distribution.contract.js";
import type { ArrayValue } from "../../multivariate-distribution.js";
import { multivariateStudentT } from "./multivariate-student-t.js";

/** Every weighted sum of the numbers has a Student t distribution. */
function marginals(
  parameters: Readonly<Record<"degreesOfFreedom" | "location" | "cholesky", ArrayValue>>,
  size: number,
): Marginal[] {
  const freedom = Number(parameters.degreesOfFreedom);
  return ellipticalMarginals(parameters.location, parameters.cholesky, size, (z) => studentTCdf(z, freedom));
}

describe("multivariate-student-t of 2", () => {
  multivariateDistributionContract(multivariateStudentT(axis("channel", 2)), {
    examples: [
      { degreesOfFreedom: 3, location: [0, 0], cholesky: [1, 0, 0.5, 0.8] },
      { degreesOfFreedom: 0.8, location: [-0.3, 1], cholesky: [0.9, 0, -1.4, 0.5] },
    ],
    densities: [
      [
        [
          [1.3086, -1.1895],
          3,
          [2.0089, 0.8319],
          [1.4564583756496443, 0, 0.06989695119477195, 0.907592097923773],
        ],
        -4.577760065243284,
        [
          [0.13348214742974113, 1.5029596981971658],
          0.029759611062003716,
          [-0.13348214742974113, -1.5029596981971658],
          [-0.6224156263652941, 0, 0.7226589473784337, 2.189938719505365],
        ],
      ],
      [
        [[0.5, -1], 1000000, [0, 0], [1, 0, 0.3, 0.8]],
        -2.7729376150662954,
        [
          [-1.0390621712348924, 1.7968744314588363],
          9.749705485802327e-13,
          [1.0390621712348924, -1.7968744314588363],
          [-0.48046891438255385, 0, -0.8984372157294181, 1.333006995222077],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 2),
  });
});

describe("multivariate-student-t of 1", () => {
  multivariateDistributionContract(multivariateStudentT(axis("channel", 1)), {
    examples: [
      { degreesOfFreedom: 30, location: 0, cholesky: 1 },
      { degreesOfFreedom: 60, location: 0.4, cholesky: 0.5 },
    ],
    densities: [],
    marginals: (parameters) => marginals(parameters, 1),
    grid: { reach: 25, step: 0.05 },
  });
});

describe("multivariate-student-t of 3", () => {
  multivariateDistributionContract(multivariateStudentT(axis("channel", 3)), {
    examples: [
      { degreesOfFreedom: 5, location: 1, cholesky: [1, 0, 0, 0.4, 1.3, 0, 0.4, 0.2, 1.6] },
      { degreesOfFreedom: 40, location: [3, 2, -1], cholesky: [0.5, 0, 0, -0.3, 0.3, 0, 0.1, 0.2, 0.6] },
    ],
    densities: [
      [
        [
          [1.8175, -1.0118, -0.6018],
          7.5,
          [-0.4862, -0.641, 0.0563],
          [
            1.5614355574278433, 0, 0, -0.17299529187421028, 1.4836662795215632, 0, -0.5057045077804884,
            -0.9128841961430484, 0.94280400680245,
          ],
        ],
        -4.787386907980161,
        [
          [-1.0263675619471628, 0.044247701277257176, -0.020611062101177337],
          0.018798757852663085,
          [1.0263675619471628, -0.044247701277257176, 0.020611062101177337],
          [
            0.873838786344362, 0, 0, -0.06528186766819409, -0.6705594255593422, 0, 0.030409006338179567,
            -0.0016054600235347967, -1.060296477589035,
          ],
        ],
      ],
    ],
    marginals: (parameters) => marginals(parameters, 3),
  });
});
