/** The options that choose metric, warm-up and kernel: what they mean, and what can be wrong with them. */
import { integratorKinds } from "./chain/chain-settings.js";
import type { IntegratorKind, TrajectoryKind } from "./chain/chain-settings.js";
import { metricKinds } from "./warmup/metric-learner.js";
import type { MetricKind } from "./warmup/metric-learner.js";
import { warmupSchedules } from "./warmup/warmup.js";
import type { WarmupScheduleKind } from "./warmup/warmup.js";

/** How a chain moves and what it learns in warm-up; all may be left out. */
export interface KernelOptions {
  /** What warm-up learns of the posterior's shape. Default `"diagonal"`; `"auto"` adds directions where held-out draws say
   * that it pays, which correlated posteriors reward with many times the effective draws per gradient. */
  readonly metric?: MetricKind;
  /** The calendar of warm-up. Default `"overlapping"`: a metric at every draw. `"stan"`: Stan's windows, to compare. */
  readonly warmupSchedule?: WarmupScheduleKind;
  /** How far a path goes. Default `{ kind: "nuts" }`: until it turns back. `{ kind: "hmc", leapfrogs }` or
   * `{ kind: "hmc", time }`: a given number of steps, or a given time in whitened space, accepted or not at its end. */
  readonly trajectory?: TrajectoryKind;
  /** How a step is made. Default `"leapfrog"`. `"adaptive"` halves a step until it keeps the energy: for funnels, whose
   * neck a step of fixed length never enters. On ordinary posteriors it gives 0.4–0.85 of the effective draws per gradient. */
  readonly integrator?: IntegratorKind;
  /** With `"adaptive"`: largest range of the energy within one step, > 0. Default 1. */
  readonly energyTolerance?: number;
}

/** The kernel's options, and nothing else. */
export function kernelSettings(options: KernelOptions): KernelOptions {
  const { metric, warmupSchedule, trajectory, integrator, energyTolerance } = options;
  return Object.fromEntries(
    Object.entries({ metric, warmupSchedule, trajectory, integrator, energyTolerance }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** Lines `sample.<option>: <rule>, got <value>. <what to do>.` */
export function kernelFaults(options: KernelOptions): readonly string[] {
  const { trajectory, energyTolerance = 1 } = options;
  const faults = [
    ...nameFaults("metric", options.metric, metricKinds, "It is diagonal if left out."),
    ...nameFaults(
      "warmupSchedule",
      options.warmupSchedule,
      warmupSchedules,
      "It is overlapping if left out.",
    ),
    ...nameFaults("integrator", options.integrator, integratorKinds, "It is leapfrog if left out."),
    ...(trajectory === undefined ? [] : trajectoryFaults(trajectory)),
  ];
  if (!(typeof energyTolerance === "number" && energyTolerance > 0 && energyTolerance < Infinity)) {
    faults.push(
      `sample.energyTolerance: must be a finite number > 0, got ${String(energyTolerance)}. Leave it out for 1.`,
    );
  }
  return faults;
}

function nameFaults(
  option: string,
  value: string | undefined,
  names: readonly string[],
  advice: string,
): readonly string[] {
  if (value === undefined || names.includes(value)) return [];
  return [`sample.${option}: must be one of ${names.join(", ")}, got "${String(value)}". ${advice}`];
}

function trajectoryFaults(trajectory: TrajectoryKind): readonly string[] {
  const { kind, leapfrogs, time } = trajectory as {
    readonly kind: unknown;
    readonly leapfrogs?: unknown;
    readonly time?: unknown;
  };
  if (kind === "nuts") return [];
  if (kind !== "hmc") {
    return [
      `sample.trajectory.kind: must be one of nuts, hmc, got "${String(kind)}". It is nuts if left out.`,
    ];
  }
  const steps = Number.isInteger(leapfrogs) && (leapfrogs as number) >= 1;
  const span = typeof time === "number" && time > 0 && time < Infinity;
  if ((steps && time === undefined) || (span && leapfrogs === undefined)) return [];
  return [
    `sample.trajectory: must have a whole number of leapfrogs ≥ 1 or a time > 0, got leapfrogs ${String(leapfrogs)} and time ${String(time)}. Give one of them.`,
  ];
}
