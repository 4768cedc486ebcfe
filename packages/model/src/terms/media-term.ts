/** The media term of one group: adstock, saturation, effect, and the ROI that goes with it. */

import { sum as sumOf } from "@mmm/numerics";
import { axis, constant, contract, divide, type Expression, multiply, subtract, sum } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import type { NamedExpression } from "../parameters/learn-parameter.js";
import type { Panel } from "../parameters/panel.js";
import type { ParameterBlock } from "../parameters/parameter-block.js";
import type { Scaling } from "../scaling.js";
import type { EffectSpec } from "../spec/model-spec.js";
import { effectOfGroup } from "./effect-of-group.js";
import type { MediaGroup } from "./media-groups.js";
import { mediaResponse, type MediaWindow } from "./media-response.js";
import type { PinnedTerm } from "./pinned-term.js";

/** One group's part of the mean. Everything is scaled except `quantities`. */
export interface MediaTerm {
  readonly group: MediaGroup;
  readonly blocks: readonly ParameterBlock[];
  readonly pinned: readonly PinnedTerm[];
  /** Those of the blocks that adstock and saturation are made of. */
  readonly responseBlocks: readonly ParameterBlock[];
  /** [channel, cell, time] what the channel adds to the mean under the media asked about. */
  readonly contribution: Expression;
  /** [cell, time] what all channels of the group added under the media of the data. */
  readonly history: Expression;
  /** [channel, cell, time with history] other scaled media → [channel, cell, time] what they would add in a window. */
  readonly contributionOf: (media: Expression, window: MediaWindow) => Expression;
  /** [channel] or [channel, cell] effect at full saturation, scaled. */
  readonly coefficient: Expression;
  /** What stands in the draws, in natural units; first axis channel. `coefficient` and `roi` are among them. */
  readonly quantities: readonly NamedExpression[];
}

/** Growth of media that marginal ROI asks about; Meridian's. Small enough to be a derivative, large enough to be exact. */
export const marginalGrowth = 0.01;

/**
 * Builds the term of a group over scaled media [channel, cell, time].
 *
 * ROI is a statement about what happened: it ties the coefficient to the history, also when the forward pass asks what
 * other media would have done.
 */
export function mediaTerm(
  dataset: Dataset,
  panel: Panel,
  scaling: Scaling,
  group: MediaGroup,
  { history, media }: { readonly history: Expression; readonly media: Expression },
): MediaTerm {
  const response = mediaResponse(dataset, panel, scaling, group);
  const happened = response.apply(history);
  const { on } = group.specs[0]!.effect;
  const value = moneyPerScaledKpi(dataset, scaling);
  const returned = contract(happened, value, ["time"]);
  const more = (): Expression => response.apply(multiply(history, 1 + marginalGrowth));
  const effect = effectOfGroup(panel, group, {
    variation: variationOf(happened, dataset.periods.length),
    money: on === "marginal-roi" ? contract(subtract(more(), happened), value, ["time"]) : returned,
    denominator: denominatorOf(on, dataset, group),
    periods: dataset.periods.length,
  });
  const { coefficient } = effect;
  const responseBlocks = response.parameters.flatMap(({ blocks }) => blocks);
  return {
    group,
    blocks: [...responseBlocks, ...effect.blocks],
    responseBlocks,
    pinned: effect.pinned,
    contribution: multiply(coefficient, media === history ? happened : response.apply(media)),
    history: contract(coefficient, happened, ["channel"]),
    coefficient,
    contributionOf: (other, window) => multiply(coefficient, response.apply(other, window)),
    quantities: [
      ...response.parameters.flatMap(({ quantities }) => quantities),
      ...effect.quantities,
      coefficientQuantity(panel, scaling, group, coefficient),
      roiQuantity(dataset, group, sum(multiply(coefficient, returned), ["cell"])),
    ],
  };
}

/** Coefficients in natural units: [channel], and [channel, cell] of a panel. */
function coefficientQuantity(
  panel: Panel,
  { size, kpi }: Scaling,
  { names }: MediaGroup,
  coefficient: Expression,
): NamedExpression {
  const channels = { name: "channel", coordinates: names };
  if (panel.cells.length === 1) {
    const expression = multiply(alongCells(coefficient), kpi);
    return { name: "coefficient", axes: [channels], expression };
  }
  const sizes = constant(
    size.map((own) => own * kpi),
    [axis("cell", size.length)],
  );
  return { name: "coefficient", axes: [channels, panel.axis], expression: multiply(coefficient, sizes) };
}

/** ROI of all cells and the whole window from what was returned [channel]. */
function roiQuantity(dataset: Dataset, group: MediaGroup, returned: Expression): NamedExpression {
  const spent = group.indices.map((i) => sumOf(dataset.channels[i]!.spend));
  const spend = constant(spent, [axis("channel", spent.length)]);
  const axes = [{ name: "channel", coordinates: group.names }];
  return { name: "roi", axes, expression: divide(returned, spend) };
}

/** [channel, cell] Σ_t (x − mean of x)². */
function variationOf(stock: Expression, periods: number): Expression {
  const total = sum(stock, ["time"]);
  return subtract(contract(stock, stock, ["time"]), multiply(multiply(total, total), 1 / periods));
}

/** A national coefficient without the axis of its one cell. */
function alongCells(coefficient: Expression): Expression {
  return coefficient.axes.some(({ name }) => name === "cell") ? sum(coefficient, ["cell"]) : coefficient;
}

/** [cell, time] money (KPI where that is all we know) of one unit of scaled KPI in each cell and period. */
function moneyPerScaledKpi({ cells, periods, kpi }: Dataset, scaling: Scaling): Expression {
  const revenue = kpi.revenuePerKpi?.values;
  const values = cells.flatMap((_, g) =>
    periods.map(
      (_, t) =>
        scaling.size[g]! * scaling.kpi * (revenue === undefined ? 1 : revenue[g * periods.length + t]!),
    ),
  );
  return constant(values, [axis("cell", cells.length), axis("time", periods.length)]);
}

/** [channel × cell] what the learned number is a share of. */
function denominatorOf(on: EffectSpec["on"], dataset: Dataset, group: MediaGroup): Float64Array {
  const { cells, periods, kpi } = dataset;
  const ofCell = (values: Float64Array, g: number): number =>
    sumOf(values.subarray(g * periods.length, (g + 1) * periods.length));
  if (on === "contribution") {
    const money = kpi.values.map((value, i) => value * (kpi.revenuePerKpi?.values[i] ?? 1));
    return Float64Array.from(group.indices.flatMap(() => cells.map((_, g) => ofCell(money, g))));
  }
  const factor = on === "marginal-roi" ? marginalGrowth : 1;
  return Float64Array.from(
    group.indices.flatMap((i) => cells.map((_, g) => factor * ofCell(dataset.channels[i]!.spend, g))),
  );
}
