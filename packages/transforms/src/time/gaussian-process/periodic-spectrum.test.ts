import { cos, exp, sin } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { expectClose, readReference } from "../../peers.contract.js";
import { priorsContract } from "../../priors.contract.js";
import { slopeProgram } from "../../transform.contract.js";
import { periodicBasis } from "./periodic-basis.js";
import { periodicSpectrum } from "./periodic-spectrum.js";
import { spectrumOf } from "./spectra.js";

interface Reference {
  readonly cases: readonly {
    readonly lengthScale: number;
    readonly orders: readonly number[];
    readonly deviations: readonly number[];
    readonly slope: number;
  }[];
}
const { cases } = readReference<Reference>("./periodic-spectrum.reference.json", import.meta.url);

describe.each(cases)("length scale $lengthScale", ({ lengthScale, orders, deviations, slope }) => {
  test("deviations are those of 50 digits", () => {
    const got = periodicSpectrum(Float64Array.from(orders), { amplitude: 1, lengthScale });
    expectClose(got, deviations, 1e-12);
  });

  test("so is the slope of their weighted sum in the length scale", () => {
    const run = slopeProgram(spectrumOf("periodic"), {}, { amplitude: 1, lengthScale })(orders.length);
    const got = run.gradient([...orders, 1, lengthScale]).at(-1)!;
    expect(Math.abs(got / slope - 1)).toBeLessThanOrEqual(1e-11);
  });
});

test("basis and spectrum make the covariance of the periodic kernel", () => {
  const positions = Float64Array.from({ length: 30 }, (_, t) => 2.3 * t);
  const [period, lengthScale] = [52, 0.8];
  const basis = periodicBasis({ positions, period, harmonics: 20 });
  const spectrum = periodicSpectrum(basis.orders, { amplitude: 1.5, lengthScale });
  positions.forEach((to, t) => {
    const covariance = spectrum.reduce(
      (sum, s, column) => sum + s * s * basis.values[column * 30]! * basis.values[column * 30 + t]!,
      0,
    );
    const wave = sin((Math.PI * to) / period);
    const exact = 2.25 * exp((-2 * wave * wave) / (lengthScale * lengthScale));
    expect(Math.abs(covariance - exact)).toBeLessThanOrEqual(1e-13);
  });
});

test("the basis comes again after a period", () => {
  const { values } = periodicBasis({ positions: Float64Array.of(3, 15), period: 12, harmonics: 2 });
  for (let column = 0; column < 5; column++) {
    expect(Math.abs(values[2 * column]! - values[2 * column + 1]!)).toBeLessThanOrEqual(1e-14);
  }
  expect(Math.abs(values[4]! - Math.SQRT2 * cos(Math.PI / 2))).toBeLessThanOrEqual(1e-14);
});

test("a length scale below a tenth is refused", () => {
  expect(() => periodicSpectrum(Float64Array.of(1), { amplitude: 1, lengthScale: 0.05 })).toThrow(
    new RangeError(
      'periodic spectrum: parameter "lengthScale" must be at least 0.1, got 0.05. Give a longer one; shorter seasons are holidays.',
    ),
  );
});

priorsContract(periodicSpectrum);
