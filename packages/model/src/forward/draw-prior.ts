/** Draws from the prior as positions of the sampler: the way back through the scales and shifts of its coordinates. */

import { elementCount, type Expression, type Program } from "@mmm/autodiff";
import type { RandomStream } from "@mmm/numerics";
import type { ModelTerms } from "../terms/model-terms.js";

/** Scales and shifts of all coordinates, as outputs that a program computes under the names that `drawPrior` reads. */
export function priorOutputs({ blocks, pinned }: ModelTerms): Readonly<Record<string, Expression>> {
  const outputs: Record<string, Expression> = {};
  blocks.forEach(({ shift, scale }, i) => {
    if (shift !== undefined) outputs[`shift ${i}`] = shift;
    if (scale !== undefined) outputs[`scale ${i}`] = scale;
  });
  pinned.forEach(({ shift, needs }, i) => {
    outputs[`pinned shift ${i}`] = shift;
    for (const [need, value] of Object.entries(needs)) outputs[`pinned ${i} ${need}`] = value;
  });
  return outputs;
}

/** Parameters from their priors in order, because a shift depends on those before; then the baseline's coordinates. */
export function drawPrior(terms: ModelTerms, program: Program, stream: RandomStream): Float64Array {
  const position = new Float64Array(program.dimension);
  let start = terms.pinnedCount;
  terms.blocks.forEach((block, i) => {
    const drawn = block.drawPrior(stream.split(block.name, start));
    if (block.shift !== undefined || block.scale !== undefined) program.evaluate(position);
    const shift = block.shift && program.read(`shift ${i}`);
    // A spread belongs to a row of deviations: one number for as many draws as there are levels.
    const scale = block.scale && program.read(`scale ${i}`);
    const each = scale === undefined ? 1 : drawn.length / scale.length;
    const moved = drawn.map((value, k) => {
      const scaled = scale === undefined ? value : value * scale[Math.floor(k / each)]!;
      return shift === undefined ? scaled : scaled + shift[k]!;
    });
    position.set(moved, start);
    start += drawn.length;
  });
  let at = 0;
  terms.pinned.forEach(({ draw, theta }, i) => {
    program.evaluate(position);
    const drawn = draw(stream.split("pinned", i), (need) => program.read(`pinned ${i} ${need}`));
    const shift = program.read(`pinned shift ${i}`);
    position.set(
      drawn.map((value, k) => value + shift[k]!),
      at,
    );
    at += elementCount(theta.axes);
  });
  return position;
}
