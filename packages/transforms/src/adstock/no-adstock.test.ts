import { describe } from "vitest";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";

describe("no adstock", () => {
  adstockContract({
    transform: adstockOf("none"),
    settings: {},
    examples: [{}, {}],
    normalized: true,
  });
});
