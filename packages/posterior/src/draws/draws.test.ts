import { describe, expect, test } from "vitest";
import { combineDraws } from "./combine-draws.js";
import type { Draws, SampleStatistics } from "./draws.js";
import { exampleDraws } from "./example-draws.js";
import { listElements } from "./list-elements.js";
import { makeDraws } from "./make-draws.js";
import { selectParameter } from "./select-parameter.js";
import { thinDraws } from "./thin-draws.js";

function statistics(count: number): SampleStatistics {
  return {
    logDensity: new Float64Array(count),
    energy: new Float64Array(count),
    acceptance: new Float64Array(count),
    stepSize: new Float64Array(count),
    treeDepth: new Int32Array(count),
    leapfrogs: new Int32Array(count),
    divergent: new Uint8Array(count),
    maxTreeDepth: 10,
    warmupLeapfrogs: 100,
  };
}

/** 2 chains × 3 draws of a 2 × 3 matrix whose values spell out their address: chain, draw, row, column. */
function addressed(): Draws {
  const values = Float64Array.from({ length: 36 }, (_, i) => {
    const [chain, draw, row, column] = [
      Math.floor(i / 18),
      Math.floor(i / 6) % 3,
      Math.floor(i / 3) % 2,
      i % 3,
    ];
    return 1000 * chain + 100 * draw + 10 * row + column;
  });
  const axes = [
    { name: "cell", coordinates: ["Berlin", "Hamburg"] },
    { name: "channel", coordinates: ["tv", "radio", "search"] },
  ];
  const parameters = [{ name: "effect", axes, values }];
  return makeDraws({ chains: 2, draws: 3, parameters, statistics: statistics(6) });
}

describe("makeDraws", () => {
  test("tells every fault at once", () => {
    const axis = { name: "channel", coordinates: ["tv", "tv"] };
    const parameters = [
      { name: "roi", axes: [axis, { name: "", coordinates: [] }], values: new Float64Array(3) },
      { name: "roi", axes: [], values: new Float64Array(6) },
    ];
    const bad = {
      chains: 2,
      draws: 3,
      parameters,
      statistics: { ...statistics(6), energy: new Float64Array(5) },
    };
    let message = "";
    try {
      makeDraws(bad);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message.split("\n")).toEqual([
      'draws: every parameter must have a name of its own, got "roi" twice. Rename one.',
      'draws.roi: every axis must have a name, got "" at position 2. Name it.',
      'draws.roi.channel: every coordinate must have a name of its own, got "tv" twice. Rename one.',
      "draws.roi.: an axis must have coordinates, got none. Leave the parameter out if it has no elements.",
      "draws.roi: must hold 0 numbers (chain × draw × channel × ), got 3. Give one number per element.",
      "draws.statistics.energy: must hold 6 numbers (chain × draw), got 5. Give one number per element.",
    ]);
  });

  test("refuses chains and draws that are no counts", () => {
    const none = { chains: 0, draws: 1.5, parameters: [], statistics: statistics(0) };
    expect(() => makeDraws(none)).toThrow(
      "draws.chains: must be a whole number ≥ 1, got 0. Sample at least one.\n" +
        "draws.draws: must be a whole number ≥ 1, got 1.5. Sample at least one.",
    );
  });
});

describe("selectParameter", () => {
  test("finds by coordinates, in any order of the axes", () => {
    const x = selectParameter(addressed(), "effect", { channel: "search", cell: "Hamburg" });
    expect(x).toEqual({ chains: 2, draws: 3, values: Float64Array.of(12, 112, 212, 1012, 1112, 1212) });
  });

  test("gives each listed element its own draws", () => {
    const draws = addressed();
    const first = listElements(draws).map(
      ({ parameter, coordinates }) => selectParameter(draws, parameter, coordinates).values[0],
    );
    expect(first).toEqual([0, 1, 2, 10, 11, 12]);
    expect(listElements(draws)[5].label).toBe("effect[Hamburg, search]");
  });

  test("names what is known when something is not", () => {
    const draws = addressed();
    expect(() => selectParameter(draws, "roi")).toThrow(
      'draws: unknown parameter, got "roi" (effect). Choose one of these.',
    );
    expect(() => selectParameter(draws, "effect", { geo: "Berlin" })).toThrow(
      'draws.effect: unknown axis, got "geo" (cell, channel). Select along these only.',
    );
    expect(() => selectParameter(draws, "effect", { cell: "Berlin" })).toThrow(
      "draws.effect.channel: needs one of its coordinates, got none (tv, radio, search). Choose one.",
    );
    expect(() => selectParameter(draws, "effect", { cell: "Bonn", channel: "tv" })).toThrow(
      'draws.effect.cell: needs one of its coordinates, got "Bonn" (Berlin, Hamburg). Choose one.',
    );
    expect(() => selectParameter(exampleDraws(), "noise", { channel: "tv" })).toThrow(
      'draws.noise: unknown axis, got "channel" (none). Select along these only.',
    );
  });

  test("shortens a long list of names", () => {
    const coordinates = Array.from({ length: 20 }, (_, i) => `week ${i}`);
    const parameters = [
      { name: "trend", axes: [{ name: "time", coordinates }], values: new Float64Array(20) },
    ];
    const draws = makeDraws({ chains: 1, draws: 1, parameters, statistics: statistics(1) });
    expect(() => selectParameter(draws, "trend")).toThrow("week 10, week 11, … 20 in all");
  });
});

describe("combineDraws", () => {
  test("puts chains one after another, in every array", () => {
    const one = exampleDraws();
    const both = combineDraws([one, one, one]);
    expect(both.chains).toBe(12);
    const x = selectParameter(both, "roi", { channel: "radio" }).values;
    const once = selectParameter(one, "roi", { channel: "radio" }).values;
    for (const part of [0, 1, 2]) expect(x.subarray(part * 1000, part * 1000 + 1000)).toEqual(once);
    expect(both.statistics.energy.length).toBe(3000);
    expect(both.statistics.treeDepth.length).toBe(3000);
    expect(both.statistics.warmupLeapfrogs).toBe(3 * one.statistics.warmupLeapfrogs);
  });

  test("refuses parts of another form, naming the difference", () => {
    const one = exampleDraws();
    expect(() => combineDraws([])).toThrow("combineDraws: needs at least one part, got none. Give one.");
    expect(() => combineDraws([one, thinDraws(one, 2)])).toThrow(
      "combineDraws: part 2 must have the same draws per chain as part 1 (250), got 125. Combine runs of one model only.",
    );
    const [intercept, roi, noise] = one.parameters;
    const swapped = makeDraws({ ...one, parameters: [roi, intercept, noise] });
    expect(() => combineDraws([one, swapped])).toThrow(
      "combineDraws: part 2 must have the same parameters as part 1 (intercept, roi, noise), got roi, intercept, noise.",
    );
    const otherAxis = { ...roi, axes: [{ name: "channel", coordinates: ["radio", "tv", "search"] }] };
    const renamed = makeDraws({ ...one, parameters: [intercept, otherAxis, noise] });
    expect(() => combineDraws([one, renamed])).toThrow(
      "combineDraws: part 2 must have the same axes as part 1",
    );
  });
});

describe("thinDraws", () => {
  test("keeps the last draw of each window, and windows end at the last draw", () => {
    const draws = addressed(); // 3 draws a chain: windows of 2 leave one over at the start
    const thinned = thinDraws(draws, 2);
    expect(thinned.draws).toBe(1);
    const x = selectParameter(thinned, "effect", { cell: "Berlin", channel: "radio" });
    expect([...x.values]).toEqual([201, 1201]);
  });

  test("no divergence, depth or work is lost", () => {
    const draws = addressed();
    draws.statistics.divergent[0] = 1;
    draws.statistics.treeDepth[4] = 7;
    draws.statistics.leapfrogs.fill(3);
    draws.statistics.acceptance.set([0.3, 0.6, 0.9]);
    const { statistics: thinned } = thinDraws(draws, 3);
    expect([...thinned.divergent]).toEqual([1, 0]);
    expect([...thinned.treeDepth]).toEqual([0, 7]);
    expect([...thinned.leapfrogs]).toEqual([9, 9]);
    expect(thinned.acceptance[0]).toBeCloseTo(0.6, 15);
    expect([...thinned.energy]).toEqual([NaN, NaN]);
  });

  test("by 1 changes nothing, by anything that is no count is refused", () => {
    const draws = addressed();
    expect(thinDraws(draws, 1)).toBe(draws);
    expect(() => thinDraws(draws, 4)).toThrow(
      "thinDraws: every must be a whole number from 1 to the 3 draws of a chain, got 4. Give how many draws become one.",
    );
    expect(() => thinDraws(draws, 1.5)).toThrow("got 1.5");
  });
});

describe("exampleDraws", () => {
  test("are the same every time, in arrays of their own", () => {
    expect(exampleDraws()).toEqual(exampleDraws());
    expect(exampleDraws().parameters[0].values).not.toBe(exampleDraws().parameters[0].values);
  });
});
