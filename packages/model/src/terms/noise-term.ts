/** The noise: how the KPI scatters around its mean. */

import { constant, type Expression } from "@mmm/autodiff";
import { normal, studentT } from "@mmm/distributions";
import { makeParameterBlock, type ParameterBlock } from "../parameters/parameter-block.js";
import type { Scaling } from "../scaling.js";
import type { NoiseSpec } from "../spec/model-spec.js";

/** The likelihood of the KPI, scaled. */
export interface NoiseTerm {
  readonly blocks: readonly ParameterBlock[];
  /** [time] log density of each period's KPI. */
  readonly logLikelihood: Expression;
  /** Scale of the noise. */
  readonly scale: Expression;
  /** Degrees of freedom of Student t noise; absent for normal noise. */
  readonly degreesOfFreedom: Expression | undefined;
}

/** Builds the likelihood of a scaled KPI [time] around a mean [time]. */
export function noiseTerm(spec: NoiseSpec, scaling: Scaling, kpi: Expression, mean: Expression): NoiseTerm {
  const scale = makeParameterBlock({
    name: "noise_scale",
    axes: [],
    priors: [spec.scale],
    naturalScale: Float64Array.of(scaling.kpi),
  });
  if (spec.kind === "normal") {
    const logLikelihood = normal.logDensity(kpi, { mean, sd: scale.value });
    return { blocks: [scale], logLikelihood, scale: scale.value, degreesOfFreedom: undefined };
  }
  const { degreesOfFreedom } = spec;
  const block =
    typeof degreesOfFreedom === "number"
      ? undefined
      : makeParameterBlock({ name: "degrees_of_freedom", axes: [], priors: [degreesOfFreedom] });
  const freedom = block?.value ?? constant(degreesOfFreedom as number);
  return {
    blocks: block === undefined ? [scale] : [scale, block],
    logLikelihood: studentT.logDensity(kpi, {
      degreesOfFreedom: freedom,
      location: mean,
      scale: scale.value,
    }),
    scale: scale.value,
    degreesOfFreedom: freedom,
  };
}
