/** Draws from the prior as positions of the sampler: the way back through the shifts of its coordinates. */

import { elementCount, type Expression, type Program } from "@mmm/autodiff";
import type { RandomStream } from "@mmm/numerics";
import type { ModelTerms } from "../terms/model-terms.js";

/** The shifts of all coordinates, as outputs that a program computes under the names that `drawPrior` reads. */
export function priorShifts({ blocks, baseline }: ModelTerms): Readonly<Record<string, Expression>> {
  const shifts = blocks.flatMap(({ shift }, i) =>
    shift === undefined ? [] : [[`shift ${i}`, shift] as const],
  );
  return { ...Object.fromEntries(shifts), "shift of the baseline": baseline.shift };
}

/** Parameters from their priors, in order, because a shift depends on those before; then θ, which depends on all media. */
export function drawPrior(terms: ModelTerms, program: Program, stream: RandomStream): Float64Array {
  const position = new Float64Array(program.dimension);
  let start = elementCount(terms.baseline.theta.axes);
  terms.blocks.forEach((block, i) => {
    const drawn = block.drawPrior(stream.split(block.name, start));
    const shift = block.shift === undefined ? undefined : program.evaluate(position).read(`shift ${i}`);
    position.set(shift === undefined ? drawn : drawn.map((value, k) => value + shift[k]!), start);
    start += drawn.length;
  });
  const shift = program.evaluate(position).read("shift of the baseline");
  position.set(terms.baseline.drawTheta(stream.split("baseline"), shift), 0);
  return position;
}
