import { describe, expect, it } from "vitest";
import { type Comparison, compileComparison, distanceOf } from "./compile-comparison.js";
import { isHere, peerCases } from "./peer-case.js";
import { readPeerDensities } from "./peer-densities.js";

/** Rounding is 1e-15; a wrong prior or scale is 1e-3 and more. */
const tolerance = 1e-9;

// What the libraries said was asked by `npm run bench -- peers --write`: needed again where our coordinates change, because the
// positions are ours.
describe.each(peerCases)("preset $preset on the data of $name", (peerCase) => {
  it.skipIf(!isHere(peerCase))("is the library's model (skipped where ../shared/data is missing)", () => {
    const known = readPeerDensities(peerCase);
    expect(known.length).toBeGreaterThanOrEqual(3);
    const comparison: Comparison = compileComparison(peerCase);
    const positions = known.map(({ position }) => Float64Array.from(position));
    const ours = positions.map(comparison.ours);
    const theirs = positions.map((position, i) => comparison.theirs(position, known[i]!));
    expect(positions[0]!.length).toBe(comparison.density.dimension);
    const { logDensity, gradient } = distanceOf(ours, theirs);
    expect(logDensity).toBeLessThan(tolerance);
    expect(gradient).toBeLessThan(tolerance);
  });
});
