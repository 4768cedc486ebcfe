/** The noise: how the KPI scatters around its mean. */

import { constant, type Expression } from "@mmm/autodiff";
import { normal, studentT } from "@mmm/distributions";
import type { NamedExpression } from "../parameters/learn-parameter.js";
import type { Panel } from "../parameters/panel.js";
import { makeParameterBlock, naturalValue, type ParameterBlock } from "../parameters/parameter-block.js";
import { mean as meanOf } from "@mmm/numerics";
import type { Scaling } from "../scaling.js";
import type { NoiseSpec } from "../spec/model-spec.js";

/** The likelihood of the KPI, scaled. */
export interface NoiseTerm {
  readonly blocks: readonly ParameterBlock[];
  readonly quantities: readonly NamedExpression[];
  /** [cell, time] log density of the KPI. */
  readonly logLikelihood: Expression;
  /** Scale of the noise: scalar, or [cell]. */
  readonly scale: Expression;
  /** Degrees of freedom of Student t noise; absent for normal noise. */
  readonly degreesOfFreedom: Expression | undefined;
}

/** The scale of the noise: one, or one of each cell. */
export function noiseScale(spec: NoiseSpec, panel: Panel, scaling: Scaling): ParameterBlock {
  const ofCells = panel.cells.length > 1 && spec.cells === "separate";
  const sizes = ofCells ? scaling.size : Float64Array.of(meanOf(scaling.size));
  return makeParameterBlock({
    name: "noise_scale",
    axes: ofCells ? [panel.axis] : [],
    priors: Array.from(sizes, () => spec.scale),
    naturalScale: sizes.map((size) => size * scaling.kpi),
  });
}

/** Builds the likelihood of a scaled KPI [cell, time] around a mean [cell, time]. */
export function noiseTerm(
  spec: NoiseSpec,
  scale: ParameterBlock,
  kpi: Expression,
  mean: Expression,
): NoiseTerm {
  const quantities = [{ name: scale.name, axes: scale.axes, expression: naturalValue(scale) }];
  if (spec.kind === "normal") {
    const logLikelihood = normal.logDensity(kpi, { mean, sd: scale.value });
    return { blocks: [scale], quantities, logLikelihood, scale: scale.value, degreesOfFreedom: undefined };
  }
  const { degreesOfFreedom } = spec;
  const block =
    typeof degreesOfFreedom === "number"
      ? undefined
      : makeParameterBlock({ name: "degrees_of_freedom", axes: [], priors: [degreesOfFreedom] });
  const freedom = block?.value ?? constant(degreesOfFreedom as number);
  return {
    blocks: block === undefined ? [scale] : [scale, block],
    quantities:
      block === undefined ? quantities : [...quantities, { name: block.name, axes: [], expression: freedom }],
    logLikelihood: studentT.logDensity(kpi, {
      degreesOfFreedom: freedom,
      location: mean,
      scale: scale.value,
    }),
    scale: scale.value,
    degreesOfFreedom: freedom,
  };
}
