/** Plans for the real inputs of the examples: what the optimizer says of them, the model's own forward pass says too. */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileForwardPass, fit, parseConfiguration, readDataset, responseSurface } from "@mmm/model";
import { optimizeBudget, parseBudgetProblem } from "@mmm/optimizer";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const inputs = [
  ["../shared/data/pymc-marketing/mmm_example.csv", "examples/pymc-marketing/mmm.yaml"],
  ["../shared/data/robyn/dt_simulated_weekly.csv", "examples/robyn/mmm.yaml"],
] as const;

describe("the plan for real data", () => {
  it.each(inputs.filter(([csv]) => existsSync(root + csv)))(
    "%s brings by the forward pass what it brings by the optimizer, within 1e-9",
    async (csv, configuration) => {
      const { columns, model } = parseConfiguration(
        readFileSync(root + configuration, "utf8"),
        configuration,
      );
      const dataset = readDataset({ name: csv, text: readFileSync(root + csv, "utf8") }, columns);
      // Few draws, and no verdict on them: what a draw says of a plan does not depend on its neighbours.
      const fitted = await fit(dataset, model, { seed: 1, chains: 1, warmup: 50, draws: 10 });
      const periods = dataset.periods.length;
      const surface = responseSurface(fitted, { periods, tail: 0, history: 0, evenIfUntrustworthy: true });
      const best = optimizeBudget(surface, parseBudgetProblem({}), { optimumDraws: 0 });
      if (best.kind === "infeasible") throw new Error(best.conflict.message);
      expect(best.solver.certificate.gap!).toBeLessThan(1e-4);
      const forward = compileForwardPass(dataset, model);
      forward.setMedia(
        dataset.channels.map(({ spend, exposure }, c) => {
          const planned = best.plan.spend.subarray(c * periods, (c + 1) * periods);
          return planned.map((money, t) =>
            exposure === undefined ? money : spend[t] === 0 ? 0 : (exposure.values[t] * money) / spend[t],
          );
        }),
      );
      const [trace] = fitted.traces;
      let mean = 0;
      for (let draw = 0; draw < 10; draw++) {
        forward.evaluate(trace.positions.subarray(draw * trace.dimension, (draw + 1) * trace.dimension));
        mean += forward.contributions().reduce((total, value) => total + value, 0) / 10;
      }
      expect(Math.abs(best.outcome.mean / mean - 1)).toBeLessThan(1e-9);
    },
    60_000,
  );
});
