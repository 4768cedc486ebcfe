/** Deviations: by how much the cells of a panel differ from a common value, as random effects of their groupings. */

import { add, axis, type Expression, gather, input, multiply, sum } from "@mmm/autodiff";
import { normal, type Prior, real } from "@mmm/distributions";
import { drawNormal, type RandomStream } from "@mmm/numerics";
import type { PooledCells } from "../spec/cell-spec.js";
import { groupingsOf, type Panel } from "./panel.js";
import { makeParameterBlock, type NamedAxis, type ParameterBlock } from "./parameter-block.js";

/** Random effects of cells. */
export interface Deviations {
  readonly blocks: readonly ParameterBlock[];
  /** [outer axes, cell] sum over the groupings, on the unconstrained scale of what deviates. */
  readonly value: Expression;
}

export interface DeviationsRequest {
  /** What deviates, e.g. `"effect"`. */
  readonly name: string;
  /** Tells inputs apart where several share a name. */
  readonly inputName: string;
  readonly axes: readonly NamedAxis[];
  /** [outer elements] prior of each spread. */
  readonly spreads: readonly Prior[];
  readonly by: PooledCells["by"];
  readonly centred: boolean;
}

/**
 * Makes deviations: for each grouping a spread s and effects s · z with z normal(0, 1), one per level,
 *
 *     deviation[cell] = Σ_groupings s · z[level of the cell]
 *
 * The sampler moves z (non-centred), or s · z (centred).
 */
export function makeDeviations(panel: Panel, request: DeviationsRequest): Deviations {
  const groupings = groupingsOf(panel, request.by);
  const parts = groupings.map((grouping) => {
    const suffix = groupings.length === 1 ? "" : `_${grouping.name}`;
    const spread = makeParameterBlock({
      name: `${request.name}_spread${suffix}`,
      inputName: `${request.inputName} spread of ${grouping.name}`,
      axes: request.axes,
      priors: request.spreads,
    });
    const levels = { name: grouping.name, coordinates: grouping.levels };
    const effects = effectsBlock(request, levels, spread.value);
    const ofCells =
      grouping.name === "cell"
        ? effects.value
        : gather(effects.value, grouping.name, grouping.index, axis("cell", panel.cells.length));
    return { blocks: [spread, effects], ofCells };
  });
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    value: parts.map(({ ofCells }) => ofCells).reduce((total, part) => add(total, part)),
  };
}

function effectsBlock(
  { name, inputName, axes: outer, centred }: DeviationsRequest,
  levels: NamedAxis,
  spread: Expression,
): ParameterBlock {
  const axes = [...outer, levels];
  const moved = input(
    `${inputName} of each ${levels.name}`,
    axes.map((own) => axis(own.name, own.coordinates.length)),
  );
  const count = axes.reduce((product, { coordinates }) => product * coordinates.length, 1);
  return {
    name: `${name}_deviation`,
    axes,
    unconstrained: moved,
    coordinate: moved,
    support: real,
    value: centred ? moved : multiply(spread, moved),
    logPrior: sum(normal.logDensity(moved, { mean: 0, sd: centred ? spread : 1 })),
    naturalScale: new Float64Array(count).fill(1),
    shift: undefined,
    ...(centred && { scale: spread }),
    shown: false,
    drawPrior: (stream: RandomStream) => Float64Array.from({ length: count }, () => drawNormal(stream)),
  };
}
