/**
 * A pinned block: coefficients of columns, sampled in coordinates that the data pin.
 *
 * A channel that is always on looks like an intercept, a growing one like a trend. Sampled as they stand, their
 * coefficients lie on a narrow bent ridge that the sampler must creep along. So the sampler moves θ instead: the
 * coordinates of the whole mean in the space of the columns, everything that came before included.
 *
 *     X = Q R,   Q̂ = √N · Q,   R̂ = R / √N            (columns X [N × column], Q orthonormal)
 *     δ = θ − Q̂ᵀ rest / N,    coefficients = R̂⁻¹ δ,    effect = X R̂⁻¹ δ
 *
 * The data pin θ whatever the rest does. The map from coefficients to θ is a shift (by something that depends on earlier
 * parameters alone) after a fixed linear map, so its Jacobian is constant, and the priors stay on the coefficients.
 */

import {
  axis,
  type Axis,
  constant,
  contract,
  type Expression,
  input,
  multiply,
  subtract,
} from "@mmm/autodiff";
import { dot, invertUpper, thinQr } from "@mmm/numerics/linear-algebra";
import type { BaselineColumn } from "./baseline-columns.js";
import { type ColumnSpace, spaceVectors } from "./column-space.js";

/** Coefficients of some columns. */
export interface PinnedBlock {
  readonly columns: readonly BaselineColumn[];
  readonly space: ColumnSpace;
  /** [direction], or [cell, direction]: what the sampler moves. */
  readonly theta: Expression;
  /** [coefficient], or [cell, coefficient]. */
  readonly coefficients: Expression;
  /** [time] or [cell, time]: Σ coefficient · column. */
  readonly effect: Expression;
  /** [axes of θ] Q̂ᵀ rest / N. */
  readonly shift: Expression;
  /** R̂ · coefficients, of each cell where there are several; without the shift. */
  readonly toTheta: (coefficients: Float64Array) => Float64Array;
}

/** A column of which later columns can say all but this share of its length is left to be sampled as it stands. */
const leastShare = 1e-6;

/** Which columns of a space are independent everywhere; the others repeat them, or later columns. */
export function independentColumns(
  space: ColumnSpace,
  columns: readonly BaselineColumn[],
): readonly BaselineColumn[] {
  const left = spaceVectors(space, columns).map((vectors) => vectors.map(space.residual));
  const own = columns.filter((_, i) =>
    left.every((vectors, batch) => {
      const whole = spaceVectors(space, [columns[i]!])[batch]![0]!;
      return dot(vectors[i]!, vectors[i]!) > leastShare * leastShare * dot(whole, whole);
    }),
  );
  const everywhere = spaceVectors(space, own).map(
    (vectors) => thinQr(vectors.map(space.residual)).independent,
  );
  return own.filter((_, i) => everywhere.every((independent) => independent.includes(i)));
}

/** Pins independent columns, given the rest of the mean [cell, time]. */
export function pinnedBlock(
  space: ColumnSpace,
  columns: readonly BaselineColumn[],
  rest: Expression,
): PinnedBlock {
  const batches = spaceVectors(space, columns).map((vectors) => decompose(space, vectors));
  const [direction, coefficient] = [axis("direction", columns.length), axis("coefficient", columns.length)];
  const cells: readonly Axis[] = space.batch === undefined ? [] : [space.batch];
  const tableOf = (of: (batch: Decomposition) => readonly number[], axes: readonly Axis[]): Expression =>
    constant(flat(batches.map(of)), [...cells, ...axes]);
  const seen = tableOf(({ directions }) => directions, [direction, ...space.sampleAxes]);
  const theta = input(`baseline ${space.name}`, [...cells, direction]);
  const over = space.sampleAxes.map(({ name }) => name);
  const samples = space.sampleAxes.reduce((product, { size }) => product * size, 1);
  const shift = multiply(contract(seen, space.seen(rest), over), 1 / samples);
  const delta = subtract(theta, shift);
  const inverse = tableOf((own) => [...own.inverse], [coefficient, direction]);
  // Where the space looks past other columns, the effect is that of the whole columns, not of what is seen of them.
  const acting = space.looksPast ? tableOf(effectOf, [direction, ...space.sampleAxes]) : seen;
  return {
    ...{ columns, space, theta, shift },
    coefficients: contract(inverse, delta, ["direction"]),
    effect: contract(acting, delta, ["direction"]),
    toTheta: (values) => {
      const each = columns.length;
      const ofBatch = batches.map(({ upper }, g) =>
        timesUpper(upper, values.subarray(g * each, (g + 1) * each)),
      );
      return Float64Array.from(flat(ofBatch));
    },
  };
}

/** What a batch of columns becomes. */
interface Decomposition {
  /** [direction × sample] Q̂, flat. */
  readonly directions: readonly number[];
  /** R̂ and its inverse, row by row. */
  readonly upper: Float64Array;
  readonly inverse: Float64Array;
  readonly vectors: readonly Float64Array[];
}

function decompose(space: ColumnSpace, vectors: readonly Float64Array[]): Decomposition {
  const { directions, upper } = thinQr(vectors.map(space.residual));
  const size = Math.sqrt(directions[0]!.length);
  const scaledUpper = upper.map((value) => value / size);
  return {
    directions: directions.flatMap((own) => Array.from(own, (value) => value * size)),
    ...{ upper: scaledUpper, inverse: invertUpper(scaledUpper), vectors },
  };
}

/** X R̂⁻¹: [direction × sample]. */
function effectOf({ vectors, inverse }: Decomposition): number[] {
  const count = vectors.length;
  return vectors.flatMap((_, d) => {
    const row = new Float64Array(vectors[0]!.length);
    vectors.forEach((vector, j) => {
      const factor = inverse[j * count + d]!;
      if (factor !== 0) vector.forEach((value, i) => (row[i] = row[i]! + factor * value));
    });
    return [...row];
  });
}

function timesUpper(upper: Float64Array, values: Float64Array): number[] {
  const size = values.length;
  return Array.from(values, (_, i) =>
    values.reduce((sum, value, j) => sum + upper[i * size + j]! * value, 0),
  );
}

function flat(rows: readonly (readonly number[])[]): readonly number[] {
  return rows.length === 1 ? rows[0]! : rows.flat();
}
