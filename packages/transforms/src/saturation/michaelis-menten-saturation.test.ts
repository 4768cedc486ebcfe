import { describe, test } from "vitest";
import { expectClose, peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { michaelisMentenSaturation } from "./michaelis-menten-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("Michaelis–Menten saturation", () => {
  saturationContract({
    transform: saturationOf("michaelis-menten"),
    examples: [
      { asymptote: 1, halfSaturation: 1 },
      { asymptote: 20, halfSaturation: 0.3 },
      { asymptote: 0.2, halfSaturation: 12 },
    ],
    largest: ({ asymptote }) => Number(asymptote),
    halfSaturation: ({ halfSaturation }) => Number(halfSaturation),
    concave: true,
  });
});

interface Robyn {
  readonly robyn: { x: readonly number[]; vmax: number; km: number; output: readonly number[] };
}
const reference = readReference<Robyn>("./michaelis-menten-saturation.reference.json", import.meta.url);

describe("against the peers", () => {
  peersContract({
    reference,
    value: ({ params }, x) =>
      michaelisMentenSaturation(x, { asymptote: Number(params.alpha), halfSaturation: Number(params.lam) }),
    graph: (_, x, { alpha, lam }) =>
      michaelisMentenSaturation(x, { asymptote: alpha!, halfSaturation: lam! }),
  });

  test("Robyn's example", () => {
    const { x, vmax, km, output } = reference.robyn;
    const got = michaelisMentenSaturation(Float64Array.from(x), { asymptote: vmax, halfSaturation: km });
    expectClose(got, output, 1e-14);
  });
});

priorsContract(michaelisMentenSaturation);
