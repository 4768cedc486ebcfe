/** Gather: coordinates of an axis taken by index, as group parameters are by observations. */

import { type Axis, elementCount } from "../axis.js";
import {
  axisIndex,
  constant,
  describeExpression,
  type Expression,
  makeNode,
  type Primitive,
} from "../expression.js";
import type { Buffer, Step } from "../program/step.js";

/** Counts of a gather along one axis: outer × rows × inner. */
function counts(
  whole: Buffer,
  part: Buffer,
  index: number,
): { n2: number; n1: number; n0: number; lags: number } {
  return {
    n2: elementCount(whole.axes.slice(0, index)),
    n1: part.axes[index]!.size,
    n0: elementCount(whole.axes.slice(index + 1)),
    lags: whole.axes[index]!.size,
  };
}

const gatherPrimitive: Primitive = {
  name: "gather",
  emit: ({ operands: [x, index], outputs: [out], attributes, call }: Step) =>
    call("gather", {
      ...{ out: out!.offset, x: x!.offset, index: index!.offset },
      ...counts(x!, out!, Number(attributes.index)),
    }),
  pullback: ({ operands: [x, index], attributes }, [g]) => [
    makeNode(scatterPrimitive, [g!, index!], x!.axes, { index: attributes.index! }),
    undefined,
  ],
};

const scatterPrimitive: Primitive = {
  name: "scatterAdd",
  emit: ({ operands: [g, index], outputs: [out], attributes, scalar, call }: Step) => {
    call("fill", { out: out!.offset, n: elementCount(out!.axes), value: scalar(0) });
    call("scatterAdd", {
      ...{ out: out!.offset, g: g!.offset, index: index!.offset },
      ...counts(out!, g!, Number(attributes.index)),
    });
  },
  pullback: ({ operands: [g, index], attributes }, [adjoint]) => [
    makeNode(gatherPrimitive, [adjoint!, index!], g!.axes, { index: attributes.index! }),
    undefined,
  ],
};

/**
 * Coordinates of one axis by index: out[…, j, …] = x[…, indices[j], …].
 *
 * @param x        any axes, `along` among them
 * @param along    name of the axis that is indexed
 * @param indices  [to] whole numbers, each a coordinate of `along`; any of them may repeat
 * @param to       the axis that takes its place
 * @returns        the axes of x with `to` in place of `along`
 * @throws {RangeError} when an index is no coordinate, or their number is not the size of `to`
 * @example
 * const perGeo = constant([10, 20], [axis("geo", 2)]);
 * evaluate(gather(perGeo, "geo", [0, 1, 1, 0], axis("row", 4))); // => [10, 20, 20, 10]
 */
export function gather(x: Expression, along: string, indices: ArrayLike<number>, to: Axis): Expression {
  const index = axisIndex("gather", x, along);
  const { size } = x.axes[index]!;
  const odd = Array.from(indices).find((value) => !(Number.isInteger(value) && value >= 0 && value < size));
  if (odd !== undefined) {
    throw new RangeError(
      `gather: an index must be a whole number from 0 to ${size - 1}, got ${odd} for axis "${along}" of ${describeExpression(x)}. ` +
        `Count coordinates from 0.`,
    );
  }
  const axes = x.axes.map((axis, i) => (i === index ? to : axis));
  return makeNode(gatherPrimitive, [x, constant(indices, [to])], axes, { index });
}
