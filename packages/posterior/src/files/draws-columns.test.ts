import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleDraws } from "../draws/example-draws.js";
import { selectParameter } from "../draws/select-parameter.js";
import { anyDraws, axesOf } from "./any-draws.contract.js";
import { columnsFromDraws, drawsFromColumns } from "./draws-columns.js";

describe("columns", () => {
  test("hold the draws: what comes back with the axes is what went in", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        const again = drawsFromColumns(columnsFromDraws(draws), { axes: axesOf(draws) });
        expect(again).toEqual({ ...draws, statistics: { ...draws.statistics, warmupLeapfrogs: NaN } });
      }),
    );
  });

  test("stand chain after chain, numbered from 1", () => {
    const columns = columnsFromDraws(exampleDraws());
    expect([250, 251].map((row) => columns[".chain"][row])).toEqual([2, 2]);
    expect([249, 250].map((row) => columns[".iteration"][row])).toEqual([250, 1]);
    expect(columns[".draw"][999]).toBe(1000);
    expect(columns["roi[tv]"]).toEqual(selectParameter(exampleDraws(), "roi", { channel: "tv" }).values);
    columns["lp__"][0] = 7;
    expect(exampleDraws().statistics.logDensity[0]).not.toBe(7);
  });

  test("may come in any order of rows and chains, and without names of axes", () => {
    const draws = drawsFromColumns({
      ".chain": [2, 1, 2, 1],
      ".iteration": [1, 1, 2, 2],
      "theta[1,1]": [1, 2, 3, 4],
      "theta[1,2]": [5, 6, 7, 8],
      "theta[2,1]": [0, 0, 0, 0],
      "theta[2,2]": [9, 9, 9, 9],
    });
    expect(draws).toMatchObject({ chains: 2, draws: 2 });
    expect(draws.parameters[0].axes).toEqual([
      { name: "theta_dim_0", coordinates: ["1", "2"] },
      { name: "theta_dim_1", coordinates: ["1", "2"] },
    ]);
    expect([...selectParameter(draws, "theta", { theta_dim_0: "1", theta_dim_1: "2" }).values]).toEqual([
      5, 7, 6, 8,
    ]);
    expect(draws.statistics.energy).toEqual(new Float64Array(4).fill(NaN));
    expect(draws.statistics.divergent).toEqual(new Uint8Array(4));
  });

  test("of one chain need no column that says so", () => {
    expect(drawsFromColumns({ mu: [1, 2, 3] })).toMatchObject({ chains: 1, draws: 3 });
  });

  test("are refused when they do not fill a table, a chain or a parameter", () => {
    expect(() => drawsFromColumns({ a: [1], b: [1, 2] })).toThrow(
      "columns: all must have one length, at least 1, got [1, 2]. Give one table.",
    );
    expect(() => drawsFromColumns({ ".chain": [1, 1, 2], a: [1, 2, 3] })).toThrow(
      "columns: every chain must have the same number of draws, got [2, 1]. Cut the longer chains.",
    );
    expect(() => drawsFromColumns({ "a[1,1]": [1], "a[2,2]": [1] })).toThrow(
      "columns.a: must have a column for each of 4 elements, got 2. Give all columns of the parameter, each once.",
    );
    const axes = { roi: [{ name: "channel", coordinates: ["tv"] }] };
    expect(() => drawsFromColumns({ "roi[radio]": [1] }, { axes })).toThrow(
      "columns.roi: must lie on the axes channel, got element [radio]. Give the axes that the columns have.",
    );
    expect(() => drawsFromColumns({ "roi[1, 2]": [1] }, { axes: { roi: [] } })).toThrow(
      "must lie on the axes of a scalar",
    );
  });
});
