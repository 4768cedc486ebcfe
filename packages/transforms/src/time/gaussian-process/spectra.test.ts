import { describe, expect, test } from "vitest";
import { expectClose, readReference } from "../../peers.contract.js";
import { priorsContract } from "../../priors.contract.js";
import { transformContract } from "../../transform.contract.js";
import type { Transform } from "../../transform.js";
import { hilbertBasis } from "./hilbert-basis.js";
import { spectra, spectrumOf } from "./spectra.js";

interface Reference {
  readonly x: readonly number[];
  readonly L: number;
  readonly m: number;
  /** [position][wave] */
  readonly phi: readonly (readonly number[])[];
  readonly sqrt_eigvals: readonly number[];
  readonly cases: readonly {
    readonly kernel: string;
    readonly ls: number;
    readonly eta: number;
    readonly sqrt_psd: readonly number[];
    readonly exact_K: readonly (readonly number[])[];
    readonly max_abs_diff_exact_vs_hsgp_m400_L3: number;
  }[];
}
const reference = readReference<Reference>("./hilbert-basis.reference.json", import.meta.url);
const positions = Float64Array.from(reference.x);

describe.each(Object.keys(spectra))("%s", (kind) => {
  transformContract({
    transform: spectrumOf(kind),
    settings: {},
    examples: [
      { amplitude: 1, lengthScale: 0.5 },
      { amplitude: 0.2, lengthScale: 2 },
      { amplitude: 3, lengthScale: 0.15 },
    ],
    table: spectra,
    byName: spectrumOf,
  });

  test("waves get smaller as they get shorter, and all grow with the amplitude", () => {
    const frequencies = Float64Array.of(0, 1, 2, 3, 4, 5);
    const once = spectrumOf(kind)(frequencies, { amplitude: 1, lengthScale: 0.7 });
    once.slice(1).forEach((value, j) => expect(value).toBeLessThan(once[j]!));
    const twice = spectrumOf(kind)(frequencies, { amplitude: 2, lengthScale: 0.7 });
    expect(twice).toEqual(once.map((value) => 2 * value));
  });
});

const kinds: Readonly<Record<string, Transform>> = {
  expquad: spectrumOf("squared-exponential"),
  matern12: spectrumOf("matern-12"),
  matern32: spectrumOf("matern-32"),
  matern52: spectrumOf("matern-52"),
};

test("waves and frequencies are those of the reference", () => {
  const { frequencies, values, boundary, center } = hilbertBasis({ positions, count: reference.m });
  expect(boundary).toBe(reference.L);
  expect(Math.abs(center)).toBeLessThanOrEqual(1e-15);
  expectClose(frequencies, reference.sqrt_eigvals, 1e-15);
  for (const [t, waves] of reference.phi.entries()) {
    const got = waves.map((_, j) => values[j * positions.length + t]!);
    expectClose(got, waves, 1e-14, 2e-15);
  }
});

describe.each(reference.cases)("$kernel", ({ kernel, ls, eta, sqrt_psd, exact_K, ...rest }) => {
  const parameters = { amplitude: eta, lengthScale: ls };

  test("the spectrum is that of the reference", () => {
    expectClose(kinds[kernel]!(Float64Array.from(reference.sqrt_eigvals), parameters), sqrt_psd, 1e-14);
  });

  test("with 400 waves in a wide box the covariance is that of the exact kernel, as near as it can be", () => {
    const basis = hilbertBasis({ positions, count: 400, boundary: 3 });
    const spectrum = kinds[kernel]!(basis.frequencies, parameters);
    const n = positions.length;
    const wave = (j: number, t: number): number => spectrum[j]! * basis.values[j * n + t]!;
    const differences = exact_K.flatMap((row, s) =>
      row.map((exact, t) =>
        Math.abs(exact - spectrum.reduce((sum, _, j) => sum + wave(j, s) * wave(j, t), 0)),
      ),
    );
    const largest = Math.max(...differences);
    const known = rest.max_abs_diff_exact_vs_hsgp_m400_L3;
    expect(Math.abs(largest - known)).toBeLessThanOrEqual(1e-14 + 1e-6 * known);
  });
});

test("every row of the table stands under its own kind", () => {
  for (const [kind, spectrum] of Object.entries(spectra)) expect(spectrum.kind).toBe(kind);
});

test("an unknown spectrum is answered with the nearest one", () => {
  expect(() => spectrumOf("matern52")).toThrow(
    new RangeError(
      `spectrum: kind must be known, got "matern52" (${Object.keys(spectra).join(", ")}). Did you mean "matern-52"?`,
    ),
  );
});

priorsContract(spectra["matern-52"]);
