import { describe } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { inverseScaledLogisticSaturation } from "./inverse-scaled-logistic-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("inverse-scaled logistic saturation", () => {
  saturationContract({
    transform: saturationOf("inverse-scaled-logistic"),
    examples: [{ halfSaturation: 1 }, { halfSaturation: 0.3 }, { halfSaturation: 12 }],
    largest: () => 1,
    halfSaturation: ({ halfSaturation }) => Number(halfSaturation),
    concave: true,
  });
});

describe("against PyMC-Marketing", () => {
  peersContract({
    reference: readReference("./inverse-scaled-logistic-saturation.reference.json", import.meta.url),
    value: ({ params }, x) => inverseScaledLogisticSaturation(x, { halfSaturation: Number(params.lam) }),
  });
});

priorsContract(inverseScaledLogisticSaturation);
