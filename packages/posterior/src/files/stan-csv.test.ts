import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleDraws } from "../draws/example-draws.js";
import { makeDraws } from "../draws/make-draws.js";
import { selectParameter } from "../draws/select-parameter.js";
import { anyDraws, axesOf } from "./any-draws.contract.js";
import { fromStanCsv, toStanCsv } from "./stan-csv.js";

/** A file as CmdStan 2.35 writes it, warm-up draws saved, the middle of the header left out. */
const cmdStan = `# stan_version_major = 2
# stan_version_minor = 35
# method = sample (Default)
#   sample
#     num_samples = 2
#     num_warmup = 3
#     save_warmup = true
#     thin = 2
#             max_depth = 12
# id = 1 (Default)
lp__,accept_stat__,stepsize__,treedepth__,n_leapfrog__,divergent__,energy__,beta.1.1,beta.2.1,beta.1.2,beta.2.2,sigma
-9,1,0.9,1,1,0,9,0,0,0,0,0
-9,1,0.9,1,1,0,9,0,0,0,0,0
# Adaptation terminated
# Step size = 0.883328
# Diagonal elements of inverse mass matrix:
# 0.512256
-7.2,0.97,0.88,2,3,0,7.3,11,21,12,22,1e-05
-6.7,0.94,0.88,3,7,1,7.8,110,210,120,220,inf
#
#  Elapsed Time: 0.003 seconds (Warm-up)
#                0.009 seconds (Sampling)
`;

describe("Stan CSV", () => {
  test("gives the same draws back, bit by bit, when the axes are named", () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        const again = fromStanCsv(toStanCsv(draws), { axes: axesOf(draws) });
        expect(again).toEqual({ ...draws, statistics: { ...draws.statistics, warmupLeapfrogs: NaN } });
      }),
    );
  });

  test("of CmdStan is read: matrices by column, warm-up left out, settings kept", () => {
    const draws = fromStanCsv([cmdStan, cmdStan.replaceAll("\n", "\r\n")]);
    expect(draws).toMatchObject({ chains: 2, draws: 2 });
    expect(draws.parameters.map((parameter) => parameter.name)).toEqual(["beta", "sigma"]);
    const at = (row: string, column: string) =>
      selectParameter(draws, "beta", { beta_dim_0: row, beta_dim_1: column }).values;
    expect([...at("2", "1")]).toEqual([21, 210, 21, 210]);
    expect([...at("1", "2")]).toEqual([12, 120, 12, 120]);
    expect([...selectParameter(draws, "sigma").values]).toEqual([1e-5, Infinity, 1e-5, Infinity]);
    expect([...draws.statistics.divergent]).toEqual([0, 1, 0, 1]);
    expect(draws.statistics.maxTreeDepth).toBe(12);
  });

  test("writes matrices as Stan does, first index fastest, and names in Stan's alphabet", () => {
    const { statistics } = exampleDraws();
    const one = {
      ...statistics,
      ...Object.fromEntries(
        ["logDensity", "energy", "acceptance", "stepSize"].map((name) => [name, Float64Array.of(0.5)]),
      ),
    };
    const draws = makeDraws({
      chains: 1,
      draws: 1,
      parameters: [
        {
          name: "lift.test",
          axes: [
            { name: "cell", coordinates: ["north", "south"] },
            { name: "channel", coordinates: ["tv", "radio", "search"] },
          ],
          values: Float64Array.of(11, 12, 13, 21, 22, 23),
        },
      ],
      statistics: {
        ...one,
        treeDepth: Int32Array.of(1),
        leapfrogs: Int32Array.of(1),
        divergent: Uint8Array.of(0),
      },
    });
    const lines = toStanCsv(draws)[0]
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    expect(lines[0].split(",").slice(7).join()).toBe(
      "lift_test.1.1,lift_test.2.1,lift_test.1.2,lift_test.2.2,lift_test.1.3,lift_test.2.3",
    );
    expect(lines[1]).toBe("0.5,0.5,0.5,1,1,0,0.5,11,21,12,22,13,23");
    const clash = {
      ...draws,
      parameters: ["a b", "a.b"].map((name) => ({ name, axes: [], values: Float64Array.of(1) })),
    };
    expect(() => toStanCsv(clash)).toThrow(
      'toStanCsv: parameters must differ in letters, digits and underscores, got "a_b" twice. Rename one.',
    );
  });

  test("that is cut off, empty or no number is refused with its place", () => {
    const cut = cmdStan.replace("110,210,120,220,inf", "110,2");
    expect(() => fromStanCsv([cmdStan, cut])).toThrow(
      "stan csv, file 2, draw 4: must have 12 numbers, got 9. The file may be cut off.",
    );
    expect(() => fromStanCsv([cmdStan.replace("1e-05", "1e-0x")])).toThrow(
      'stan csv, file 1, draw 3, sigma: must be a number, got "1e-0x". Repair or leave out the file.',
    );
    expect(() => fromStanCsv(["# nothing\n"])).toThrow(
      "stan csv, file 1: must have a line of names and draws, got none.",
    );
    expect(() => fromStanCsv([])).toThrow(
      "fromStanCsv: needs at least one file, got none. Give the text of each.",
    );
    expect(() => fromStanCsv([cmdStan, cmdStan.replace("sigma", "tau")])).toThrow(
      "stan csv, file 2: must have the columns of file 1 (12), got 12 or others. Read the chains of one run.",
    );
  });
});
