import { expect, test } from "vitest";
import { equicorrelatedDensity } from "../warmup/normals.contract.js";
import type { Trace } from "../trace.js";
import type { ChainTask } from "./chain-task.js";
import { runChain } from "./run-chain.js";

const density = equicorrelatedDensity(6, 0.9);
const settings: ChainTask = {
  ...{
    chain: 0,
    seed: 12,
    warmup: 200,
    draws: 400,
    targetAcceptance: 0.8,
    maxTreeDepth: 8,
    keepWarmup: false,
  },
};

/** Runs the chain, cancelled after so many reports. */
function run(task: ChainTask, reports = Infinity): Trace {
  const chain = runChain(density, task);
  let step = chain.next();
  for (let n = 0; !step.done; n++) step = chain.next(n >= reports ? "cancel" : "go on");
  return step.value;
}

const kernels: readonly Partial<ChainTask>[] = [
  { metric: "auto" },
  { metric: "low-rank", warmupSchedule: "stan" },
  { metric: "dense", trajectory: { kind: "hmc", time: 2 } },
  { metric: "variance", integrator: "adaptive" },
];

test.each(kernels)("a chain with %o goes on with the same bits, whenever it was interrupted", (kernel) => {
  const task = { ...settings, ...kernel };
  const { resumePoint: _, ...whole } = run(task);
  for (const reports of [1, 4, 7]) {
    const begun = structuredClone(run(task, reports));
    expect(begun.outcome).toBe("cancelled");
    const { resumePoint: __, ...resumed } = run({ ...task, from: begun });
    expect(resumed).toEqual(whole);
  }
});
