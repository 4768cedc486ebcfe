/** ArraySupport: where numbers lie that are tied to each other, and both doors between there and as many free numbers. */

import { arrange, type Axis, axis, constant, contract, elementCount, type Expression } from "@mmm/autodiff";

/**
 * A set of arrays (shares that sum to one, ordered numbers, factors of matrices) with a smooth map onto it from the
 * free numbers of one axis. Samplers move those; the density there is the density here times the determinant of the map.
 */
export interface ArraySupport {
  readonly kind: "real-array" | "simplex" | "ordered" | "correlation-cholesky" | "covariance-cholesky";
  /** The set in words that follow "must be": `"shares > 0 that sum to 1"`. */
  readonly range: string;
  /** Axes of one array of the set; plain numbers come in their order, innermost fastest. */
  readonly axes: readonly Axis[];
  /** Axis of the free numbers. */
  readonly free: Axis;
  /** From free numbers to the set: any axes with `free` among them, to the other axes followed by `axes`. */
  constrain(u: Expression): Expression;
  /** log |det dx/du| of `constrain`: the axes of `u` without `free`. */
  logJacobian(u: Expression): Expression;
  /** From the set to the free numbers. */
  toUnconstrained(x: ArrayLike<number>): Float64Array;
  /** From free numbers to the set: what `constrain` does, for one array. */
  toConstrained(u: ArrayLike<number>): Float64Array;
  /** Whether an array lies in the set; sums and lengths that must be 1 may miss it by `roundingAllowance`. */
  contains(x: ArrayLike<number>): boolean;
}

/** How far a sum may be from 1: more than rounding of any length makes, less than anybody means. */
export const roundingAllowance = 1e-8;

/** The axis of free numbers that belongs to a named axis. */
export function freeAxis(along: Axis, size: number): Axis {
  return axis(`${along.name}.free`, size);
}

/**
 * The axis of a matrix's columns whose rows run over `along`: of the same size, under the name `${along.name}.column`,
 * because two axes of one array can not share a name.
 *
 * @param along  the axis of the rows
 * @returns      the axis of the columns
 * @example
 * import { axis } from "@mmm/autodiff";
 * columnAxis(axis("channel", 3)).name; // => "channel.column"
 */
export function columnAxis(along: Axis): Axis {
  return axis(`${along.name}.column`, along.size);
}

/** The same elements with the named axes innermost, in that order. */
export function withInnermost(x: Expression, axes: readonly Axis[]): Expression {
  const others = x.axes.filter(({ name }) => axes.every((inner) => inner.name !== name));
  return arrange(x, [...others, ...axes]);
}

/** A constant array whose elements follow from their places. */
export function constantFrom(
  axes: readonly Axis[],
  element: (...place: readonly number[]) => number,
): Expression {
  const values = Array.from({ length: elementCount(axes) }, (_, flat) => {
    const place: number[] = [];
    let rest = flat;
    for (let i = axes.length - 1; i >= 0; i--) {
      place.unshift(rest % axes[i]!.size);
      rest = Math.floor(rest / axes[i]!.size);
    }
    return element(...place);
  });
  return constant(values, axes);
}

/** The identity matrix over `along` and its columns. */
export function identityMatrix(along: Axis): Expression {
  return constantFrom([along, columnAxis(along)], (i, j) => (i === j ? 1 : 0));
}

/** The diagonal of matrices over `along` and its columns: [along] and their other axes. */
export function diagonalOf(matrix: Expression, along: Axis): Expression {
  return contract(matrix, identityMatrix(along), [columnAxis(along).name]);
}
