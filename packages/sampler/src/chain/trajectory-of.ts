/** The trajectory that a chain's settings ask for. */
import { makeAdaptiveLeaf } from "../hamiltonian/adaptive-leaf.js";
import { identityMetric } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";
import { makeTrajectory } from "../trajectory/trajectory.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import type { ChainSettings } from "./chain-settings.js";

export function trajectoryOf(density: LogDensity, settings: ChainSettings): Trajectory {
  const { integrator, energyTolerance = 1, trajectory, maxTreeDepth } = settings;
  return makeTrajectory(density, identityMetric(density.dimension), maxTreeDepth, {
    adaptiveLeaf:
      integrator === "adaptive" ? makeAdaptiveLeaf(energyTolerance, density.dimension) : undefined,
    staticLength: trajectory?.kind === "hmc" ? trajectory : undefined,
  });
}
