import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { geometricAdstock } from "./geometric-adstock.js";

describe("PyMC-Marketing's windows before and around", () => {
  peersContract({
    reference: readReference("./with-lead.reference.json", import.meta.url),
    value: ({ params }, x) => {
      const window = Number(params.l_max);
      const lead = params.mode === "Before" ? window - 1 : Math.floor((window - 1) / 2);
      const settings = { window, normalize: params.normalize === true, lead };
      return geometricAdstock(x, { retention: Number(params.alpha) }, settings);
    },
  });
});

test("a lead takes an endless stock early too", () => {
  const stock = geometricAdstock(
    Float64Array.of(0, 0, 4, 0),
    { retention: 0.5 },
    { normalize: false, lead: 1 },
  );
  expect(stock).toEqual(Float64Array.of(0, 4, 2, 1));
});

test("media that would run after the series does nothing in it", () => {
  const stock = geometricAdstock(
    Float64Array.of(1, 0, 0),
    { retention: 0.5 },
    { window: 3, lead: 2, normalize: false },
  );
  expect(stock).toEqual(Float64Array.of(0.25, 0, 0));
});
