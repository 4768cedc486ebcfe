/** Arbitrary draws with names, axes and statistics, for round trips through files; not a test by itself. */
import { drawInteger, drawNormal, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import type { Draws } from "../draws/draws.js";
import { makeDraws } from "../draws/make-draws.js";

/** Every kind of axis: none, one, two, and coordinates that are no ASCII words. */
const axesOfParameters = [
  { name: "intercept", axes: [] },
  { name: "roi", axes: [{ name: "channel", coordinates: ["tv", "radio", "Außenwerbung ☂ 50 %"] }] },
  {
    name: "effect_of_control",
    axes: [
      { name: "cell", coordinates: ["Berlin", "Hamburg"] },
      { name: "control", coordinates: ["price", "weather", "holiday"] },
    ],
  },
];

/** Draws whose numbers are odd ones: tiny, huge, −0, NaN, ±∞ among normal ones. */
export const anyDraws: fc.Arbitrary<Draws> = fc
  .record({
    seed: fc.integer({ min: 0, max: 9999 }),
    chains: fc.integer({ min: 1, max: 4 }),
    draws: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ seed, chains, draws }) => {
    const stream = randomStream(seed, "draws");
    const odd = [5e-324, 1.7976931348623157e308, -0, 0.1 + 0.2, NaN, Infinity, -Infinity];
    const number = (): number =>
      drawInteger(stream, 6) === 0 ? odd[drawInteger(stream, 7)] : drawNormal(stream);
    const count = chains * draws;
    const floats = (length = count): Float64Array => Float64Array.from({ length }, number);
    const integers = (): Int32Array => Int32Array.from({ length: count }, () => drawInteger(stream, 11));
    return makeDraws({
      chains,
      draws,
      parameters: axesOfParameters.map(({ name, axes }) => ({
        name,
        axes,
        values: floats(axes.reduce((product, axis) => product * axis.coordinates.length, count)),
      })),
      statistics: {
        logDensity: floats(),
        energy: floats(),
        acceptance: floats(),
        stepSize: floats(),
        treeDepth: integers(),
        leapfrogs: integers(),
        divergent: Uint8Array.from({ length: count }, () => drawInteger(stream, 2)),
        maxTreeDepth: 10,
        warmupLeapfrogs: drawInteger(stream, 1e6),
      },
    });
  });

/** The axes by parameter, which tables do not hold. */
export const axesOf = (draws: Draws) =>
  Object.fromEntries(draws.parameters.map(({ name, axes }) => [name, axes]));
