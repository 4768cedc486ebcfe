import { describe } from "vitest";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("no saturation", () => {
  saturationContract({ transform: saturationOf("none"), examples: [{}, {}], concave: true });
});
