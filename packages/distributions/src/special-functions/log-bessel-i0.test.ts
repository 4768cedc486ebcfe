import { compile, input } from "@mmm/autodiff";
import { besselI0LogSlope, logBesselI0 as logBesselI0At } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { logBesselI0 } from "./log-bessel-i0.js";

const kappa = input("kappa");
const program = compile({
  outputs: { value: logBesselI0(kappa) },
  variables: [kappa],
  differentiate: "value",
  backend: "twin",
});

test("value and slope are those of the function on plain numbers, on both sides of where the series change", () => {
  const anywhere = fc.oneof(
    fc.double({ min: 1e-3, max: 40, noNaN: true }),
    fc.double({ min: 17.9, max: 18.1, noNaN: true }),
    fc.double({ min: 40, max: 1e6, noNaN: true }),
    fc.constant(18),
  );
  fc.assert(
    fc.property(anywhere, (at) => {
      const gradient = new Float64Array(1);
      const value = program.evaluateGradient([at], gradient);
      expect(Math.abs(value / logBesselI0At(at) - 1)).toBeLessThanOrEqual(1e-14);
      expect(Math.abs(gradient[0]! / besselI0LogSlope(at) - 1)).toBeLessThanOrEqual(1e-14);
    }),
  );
});
