/** ParameterBlock: one named array of parameters, on its way from the sampler's real line to natural units. */

import {
  type Axis,
  axis,
  constant,
  elementCount,
  type Expression,
  add,
  input,
  multiply,
  subtract,
  sum,
} from "@mmm/autodiff";
import {
  type Distribution,
  distributionOf,
  type Prior,
  priorParameters,
  type Support,
} from "@mmm/distributions";
import type { RandomStream } from "@mmm/numerics";

/** An axis of a parameter with the name of each coordinate. */
export interface NamedAxis {
  readonly name: string;
  readonly coordinates: readonly string[];
}

/** A block of parameters that share a distribution (with parameters of their own). */
export interface ParameterBlock {
  /** Name in the draws, e.g. `"retention"`. */
  readonly name: string;
  readonly axes: readonly NamedAxis[];
  /** [axes] the unconstrained input that the sampler moves. */
  readonly unconstrained: Expression;
  /** [axes] the unconstrained value: the sampler's coordinate without its shift. */
  readonly coordinate: Expression;
  readonly support: Support;
  /** [axes] the value in the model's scaled units. */
  readonly value: Expression;
  /** Scalar: log prior density of the value plus log Jacobian of the transform. */
  readonly logPrior: Expression;
  /** [elements] factor from scaled to natural units. */
  readonly naturalScale: Float64Array;
  /** [axes] what the sampler's coordinate has on top of the unconstrained value; see `ParameterBlockRequest`. */
  readonly shift: Expression | undefined;
  /** [axes] what a draw from the prior is multiplied by, where that depends on earlier blocks; otherwise absent. */
  readonly scale?: Expression;
  /** Whether it stands in the draws under its name; deviations of cells do not, since what they deviate does. */
  readonly shown: boolean;
  /** Draws one value per element from the prior; returns unconstrained numbers, without scale and shift. */
  readonly drawPrior: (stream: RandomStream) => Float64Array;
}

export interface ParameterBlockRequest {
  readonly name: string;
  /** Name of the input; defaults to `name`. Differs where several blocks share a name in the draws. */
  readonly inputName?: string;
  readonly axes: readonly NamedAxis[];
  /** One prior per element; all of one distribution. */
  readonly priors: readonly Prior[];
  /** One factor per element; 1 where left out. */
  readonly naturalScale?: Float64Array;
  /**
   * [axes] moves the sampler's coordinate: it samples u = (unconstrained value) + shift. The shift may depend on earlier
   * blocks; then it changes what the sampler sees (a coordinate that the data pin) and nothing about the prior, because
   * the Jacobian of a shift is 1.
   */
  readonly shift?: Expression;
}

/** Makes a block. */
export function makeParameterBlock(request: ParameterBlockRequest): ParameterBlock {
  const { name, axes: named, priors } = request;
  const axes = named.map(({ name: axisName, coordinates }) => axis(axisName, coordinates.length));
  const count = elementCount(axes);
  if (priors.length !== count)
    throw new Error(`${name}: believed one prior per element, got ${priors.length} of ${count}`);
  const distribution = distributionOf(priors[0]!.distribution);
  const parameters = priors.map(priorParameters);
  const support = distribution.support(parameters[0]!);
  const unconstrained = input(request.inputName ?? name, axes);
  const { shift } = request;
  const coordinate = shift === undefined ? unconstrained : subtract(unconstrained, shift);
  const value = support.constrain(coordinate);
  const density = distribution.logDensity(value, perElement(distribution, parameters, axes));
  const naturalScale = request.naturalScale ?? new Float64Array(count).fill(1);
  return {
    name,
    axes: named,
    unconstrained,
    coordinate,
    support,
    value,
    logPrior: sum(add(density, support.logJacobian(coordinate))),
    naturalScale,
    shift,
    shown: true,
    drawPrior: (stream) =>
      Float64Array.from(parameters, (own) => support.toUnconstrained(distribution.draw(stream, own))),
  };
}

/** The parameters of a distribution as arrays over the elements of a block. */
export function perElement(
  distribution: Distribution,
  parameters: readonly Readonly<Record<string, number>>[],
  axes: readonly Axis[],
): Readonly<Record<string, Expression>> {
  const names = Object.keys(distribution.parameters);
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.map((own) => own[name]!);
      return [name, constant(axes.length === 0 ? values[0]! : values, axes)];
    }),
  );
}

/** [axes] the value in natural units. */
export function naturalValue({ value, naturalScale }: ParameterBlock): Expression {
  return naturalScale.every((factor) => factor === 1)
    ? value
    : multiply(value, constant(value.axes.length === 0 ? naturalScale[0]! : naturalScale, value.axes));
}
