import { describe, expect, test } from "vitest";
import type { Progress } from "../chain/progress.js";
import { sample } from "../sample.js";
import type { LogDensity } from "../target.js";
import type { Trace } from "../trace.js";

const normal: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
const answer = (draws: number) => ({ draws, rhat: 1.01, rhatOf: 0, ess: 99, essOf: 0 });

describe("diagnose", () => {
  test("is asked of all chains at draws ever further apart, and its latest answer goes with the reports", async () => {
    const asked: number[] = [];
    const reports: Progress[] = [];
    await sample(normal, {
      ...{ seed: 1, chains: 3, warmup: 100, draws: 2000 },
      onProgress: (progress) => reports.push(progress),
      diagnose: (traces) => {
        asked.push(traces.reduce((sum, { draws }) => sum + draws, 0));
        return answer(asked.length);
      },
    });
    expect(asked.length).toBeGreaterThan(4);
    for (const [n, draws] of asked.entries()) {
      expect(draws).toBeGreaterThanOrEqual(n === 0 ? 100 : 1.4 * asked[n - 1]);
    }
    expect(reports[0].convergence).toBeUndefined();
    expect(
      reports.filter(({ phase, convergence }) => phase === "warm-up" && convergence !== undefined),
    ).toEqual([]);
    expect(reports.at(-1)!.convergence).toEqual(answer(asked.length));
  });

  test("changes no bit", async () => {
    const bits = async (diagnose?: () => undefined): Promise<readonly Trace[]> =>
      sample(normal, {
        ...{ seed: 7, chains: 2, warmup: 50, draws: 300 },
        ...(diagnose === undefined ? {} : { diagnose, onProgress: () => {} }),
      });
    expect(await bits(() => undefined)).toEqual(await bits());
  });

  test("that throws ends the run with its error", async () => {
    const run = sample(normal, {
      ...{ seed: 1, chains: 2, draws: 100_000, onProgress: () => {} },
      diagnose: () => {
        throw new Error("no idea");
      },
    });
    await expect(run).rejects.toThrow("no idea");
  });
});
