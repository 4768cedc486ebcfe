/**
 * The baseline: what would have been sold without media, sampled in coordinates of its own.
 *
 * A channel that is always on looks like an intercept, a growing one like a trend, a seasonal one like the season. Sampled
 * as they stand, their coefficients lie on a narrow bent ridge that the sampler must creep along. So the sampler moves
 * θ instead: the coordinates of the whole mean in the space of the baseline's columns, media included.
 *
 *     X = Q R,   Q̂ = √T · Q,   R̂ = R / √T            (columns X [time × column], Q orthonormal)
 *     δ = θ − Q̂ᵀ media / T,    coefficients = R̂⁻¹ δ,    mean = media + Q̂ δ
 *
 * The data pin θ whatever the media do. The map from coefficients to θ is a shift (by something that depends on media
 * parameters alone) after a fixed linear map, so its Jacobian is constant, and the priors stay on the coefficients.
 */

import {
  add,
  at,
  axis,
  constant,
  contract,
  type Expression,
  input,
  multiply,
  stack,
  subtract,
  sum,
} from "@mmm/autodiff";
import { distributionOf, priorParameters } from "@mmm/distributions";
import { invertUpper, type RandomStream, thinQr } from "@mmm/numerics";
import { makeParameterBlock, type ParameterBlock, perElement } from "../parameters/parameter-block.js";
import { type BaselineColumn, type BaselinePart } from "./baseline-columns.js";

/** The baseline around given media. */
export interface BaselineTerm {
  readonly columns: readonly BaselineColumn[];
  /** [direction] what the sampler moves. */
  readonly theta: Expression;
  /** Scalar: log prior density of the coefficients, up to the constant Jacobian of the map to θ. */
  readonly logPrior: Expression;
  /** Columns whose coefficients are sampled as they stand: of restricted sign, or repeating other columns. */
  readonly ownBlocks: readonly ParameterBlock[];
  /** [time] media plus baseline, scaled. */
  readonly mean: Expression;
  /** [column] scalars: the scaled coefficient of each column. */
  readonly coefficients: readonly Expression[];
  /** [direction] Q̂ᵀ media / T: what must be added to R̂ · coefficients to get θ. */
  readonly shift: Expression;
  /** θ for coefficients drawn from their priors, given the shift. */
  readonly drawTheta: (stream: RandomStream, shift: Float64Array) => Float64Array;
}

/** Builds the baseline of given columns around scaled media [time]. */
export function baselineTerm(columns: readonly BaselineColumn[], media: Expression): BaselineTerm {
  const time = axis("time", columns[0]!.values.length);
  const isFree = ({ prior }: BaselineColumn): boolean =>
    distributionOf(prior.distribution).support(priorParameters(prior)).kind === "real";
  const free = columns.filter(isFree);
  const { directions, upper, independent } = thinQr(free.map(({ values }) => values));
  const rotated = independent.map((index) => free[index]!);
  const own = columns.filter((column) => !rotated.includes(column));
  const ownBlocks = own.map(ownBlock);
  const rest = own.reduce(
    (total, { values }, i) => add(total, multiply(ownBlocks[i]!.value, constant(values, [time]))),
    media,
  );

  const [direction, coefficient] = [axis("direction", rotated.length), axis("coefficient", rotated.length)];
  const size = Math.sqrt(time.size);
  const basis = constant(
    directions.flatMap((d) => [...d].map((value) => value * size)),
    [direction, time],
  );
  const scaledUpper = upper.map((value) => value / size);
  const theta = input("baseline", [direction]);
  const shift = multiply(contract(basis, rest, ["time"]), 1 / time.size);
  const delta = subtract(theta, shift);
  const inverse = constant(invertUpper(scaledUpper), [coefficient, direction]);
  const values = contract(inverse, delta, ["direction"]);
  return {
    columns,
    theta,
    logPrior: coefficientPrior(rotated, values),
    ownBlocks,
    mean: add(rest, contract(basis, delta, ["direction"])),
    coefficients: columns.map((column) => {
      const index = rotated.indexOf(column);
      return index >= 0 ? at(values, "coefficient", index) : ownBlocks[own.indexOf(column)]!.value;
    }),
    shift,
    drawTheta: (stream, at) => drawTheta(rotated, scaledUpper, stream, at),
  };
}

/** The scaled coefficients of one part and its columns, for results: [coefficient] and [coefficient, time]. */
export function partOf(
  { columns, coefficients }: BaselineTerm,
  part: BaselinePart,
): {
  readonly columns: readonly BaselineColumn[];
  readonly coefficient: Expression;
  readonly effect: Expression;
} {
  const indices = columns.flatMap((column, i) => (column.part === part ? [i] : []));
  const own = indices.map((i) => columns[i]!);
  const [row, time] = [axis("row", own.length), axis("time", own[0]!.values.length)];
  const coefficient = stack(
    indices.map((i) => coefficients[i]!),
    row,
  );
  const table = constant(
    own.flatMap(({ values }) => [...values]),
    [row, time],
  );
  return { columns: own, coefficient, effect: multiply(coefficient, table) };
}

/** Σ log prior density; columns of one distribution are computed together. */
function coefficientPrior(columns: readonly BaselineColumn[], values: Expression): Expression {
  const kinds = [...new Set(columns.map(({ prior }) => prior.distribution))];
  const densities = kinds.map((kind) => {
    const indices = columns.flatMap(({ prior }, i) => (prior.distribution === kind ? [i] : []));
    const row = axis("coefficient", indices.length);
    const own =
      indices.length === columns.length
        ? values
        : stack(
            indices.map((i) => at(values, "coefficient", i)),
            row,
          );
    const distribution = distributionOf(kind);
    const parameters = indices.map((i) => priorParameters(columns[i]!.prior));
    return sum(distribution.logDensity(own, perElement(distribution, parameters, [row])));
  });
  return densities.reduce((total, density) => add(total, density), constant(0));
}

function ownBlock({ part, coordinate, prior, naturalScale }: BaselineColumn): ParameterBlock {
  const inputName = coordinate === undefined ? part : `${part}: ${coordinate}`;
  return makeParameterBlock({
    name: part,
    inputName,
    axes: [],
    priors: [prior],
    naturalScale: Float64Array.of(naturalScale),
  });
}

function drawTheta(
  columns: readonly BaselineColumn[],
  upper: Float64Array,
  stream: RandomStream,
  shift: Float64Array,
): Float64Array {
  const size = columns.length;
  const drawn = columns.map(({ part, coordinate, prior }) =>
    distributionOf(prior.distribution).draw(stream.split(part, coordinate ?? ""), priorParameters(prior)),
  );
  return shift.map((value, i) =>
    drawn.reduce((total, coefficient, j) => total + upper[i * size + j]! * coefficient, value),
  );
}
