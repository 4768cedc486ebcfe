/** The prior of pinned coefficients: its density as an expression, and draws from it. */

import { add, at, axis, constant, type Expression, stack, sum } from "@mmm/autodiff";
import { distributionOf, normal, priorParameters } from "@mmm/distributions";
import { drawNormal, type RandomStream } from "@mmm/numerics";
import { perElement } from "../parameters/parameter-block.js";
import type { ColumnCoefficient } from "./column-coefficients.js";
import type { PinnedBlock } from "./pinned-block.js";
import type { PinnedTerm } from "./pinned-term.js";

/** A pinned block with what is believed of its coefficients, in their order. */
interface PinnedBelief {
  readonly block: PinnedBlock;
  readonly beliefs: readonly ColumnCoefficient[];
}

/** A pinned block with the beliefs about its coefficients, in their order, as the sampler moves it. */
export function pinnedColumns(block: PinnedBlock, beliefs: readonly ColumnCoefficient[]): PinnedTerm {
  return {
    theta: block.theta,
    shift: block.shift,
    logPrior: columnPrior({ block, beliefs }),
    needs: pooledNeeds(beliefs),
    draw: (stream, read) => block.toTheta(drawCoefficients({ block, beliefs }, stream, read)),
  };
}

/** Scalar: Σ log prior density. Columns of one distribution are computed together. */
function columnPrior({ block, beliefs }: PinnedBelief): Expression {
  const values = block.coefficients;
  const stated = beliefs.flatMap(({ pooled }, i) => (pooled === undefined ? [i] : []));
  const kinds = [...new Set(stated.map((i) => beliefs[i]!.column.prior.distribution))];
  const densities = kinds.map((kind) => {
    const indices = stated.filter((i) => beliefs[i]!.column.prior.distribution === kind);
    const row = axis("coefficient", indices.length);
    const own =
      indices.length === beliefs.length
        ? values
        : stack(
            indices.map((i) => at(values, "coefficient", i)),
            row,
          );
    const distribution = distributionOf(kind);
    const parameters = indices.map((i) => priorParameters(beliefs[i]!.column.prior));
    return sum(distribution.logDensity(own, perElement(distribution, parameters, [row])));
  });
  const pooled = beliefs.flatMap((belief, i) =>
    belief.pooled === undefined
      ? []
      : [
          sum(
            normal.logDensity(at(values, "coefficient", i), {
              mean: belief.pooled.location,
              sd: belief.pooled.spread,
            }),
          ),
        ],
  );
  return [...densities, ...pooled].reduce((total, own) => add(total, own), constant(0));
}

/** What a draw needs to know of other parameters: location and spread of pooled coefficients, by name. */
function pooledNeeds(beliefs: readonly ColumnCoefficient[]): Readonly<Record<string, Expression>> {
  return Object.fromEntries(
    beliefs.flatMap(({ pooled }, i) =>
      pooled === undefined
        ? []
        : [[`location ${i}`, pooled.location] as const, [`spread ${i}`, pooled.spread] as const],
    ),
  );
}

/** Coefficients from their priors, [coefficient] or [cell × coefficient]. */
function drawCoefficients(
  { block, beliefs }: PinnedBelief,
  stream: RandomStream,
  read: (need: string) => Float64Array,
): Float64Array {
  const cells = block.space.batch?.size ?? 1;
  const drawn = new Float64Array(cells * beliefs.length);
  beliefs.forEach(({ column, pooled }, i) => {
    const own = stream.split(column.part, column.coordinate ?? "");
    const location = pooled && read(`location ${i}`);
    const spread = pooled && read(`spread ${i}`)[0]!;
    const distribution = distributionOf(column.prior.distribution);
    for (let g = 0; g < cells; g++) {
      drawn[g * beliefs.length + i] =
        location === undefined
          ? distribution.draw(own, priorParameters(column.prior))
          : location[location.length === 1 ? 0 : g]! + spread! * drawNormal(own);
    }
  });
  return drawn;
}
