import { describe } from "vitest";
import { distributionContract } from "../../distribution.contract.js";
import { halfStudentT } from "./half-student-t.js";

describe("half-student-t", () => {
  distributionContract(halfStudentT, {
    examples: [
      { degreesOfFreedom: 8, scale: 1 },
      { degreesOfFreedom: 0.9, scale: 20 },
      { degreesOfFreedom: 40, scale: 0.03 },
    ],
    densities: [
      [0.1, [3, 1], -0.3143972492489137, [-0.132890365448505, 0.027031458271083057, -0.9867109634551495]],
      [2.5, [4, 2], -1.805212468942896, [-0.5617977528089888, 0.025871307339963023, 0.20224719101123595]],
      [100, [1.5, 1], -11.389784670045875, [-0.024996250562415636, -3.4734339343572804, 1.4996250562415638]],
      [0, [5, 2.5], -1.191763140368934, [0, 0.009813847226611976, -0.4]],
    ],
    probabilities: [
      [0.001, [3, 1], 0.000735105030539062],
      [2.5, [4, 2], 0.7205603566335368],
      [100, [1.5, 1], 0.9992458901100751],
      [0.2, [30, 0.5], 0.308009483485808],
    ],
  });
});
