/** The effect of one group: coefficients over channels and cells, from a belief about ROI, contribution or themselves. */

import { add, constant, divide, type Expression, exp, log, multiply, subtract, sum } from "@mmm/autodiff";
import { distributionOf, type Prior, priorParameters, type Support } from "@mmm/distributions";
import type { PooledCells } from "../spec/cell-spec.js";
import { type Deviations, makeDeviations } from "../parameters/deviations.js";
import { blockQuantity } from "../parameters/learn-parameter.js";
import { groupingsOf, type Panel } from "../parameters/panel.js";
import { makeParameterBlock, type ParameterBlock } from "../parameters/parameter-block.js";
import { centredEffect } from "./centred-effect.js";
import { type MediaEffect, type Reach, spreadOfStock, totalsOfChannels } from "./media-effect.js";
import type { MediaGroup } from "./media-groups.js";

/** Makes the effect of a group. */
export function effectOfGroup(panel: Panel, group: MediaGroup, reach: Reach): MediaEffect {
  const pooling = panel.cells.length === 1 ? "shared" : group.specs[0]!.cells.effect.pooling;
  if (pooling === "separate") return separateEffect(panel, group, reach);
  return isCentred(panel, group)
    ? centredEffect(panel, group, reach, spreadOfStock(reach, undefined))
    : commonEffect(panel, group, reach, pooling === "pooled");
}

/** Whether cells have effects that are positive, pooled around a common one, and known by their own data. */
function isCentred(panel: Panel, group: MediaGroup): boolean {
  const { cells, effect } = group.specs[0]!;
  if (panel.cells.length === 1 || cells.effect.pooling !== "pooled") return false;
  // A share below 1 would have to be kept there by its cells; only what may grow without end is free to be moved by each.
  if (supportOf(effect.prior).kind !== "positive") return false;
  const ofCells = groupingsOf(panel, cells.effect.by).some(({ name }) => name === "cell");
  return ofCells && cells.effect.centring === "centred";
}

/** One number per channel, from which the cells deviate by factors (or, where effects may be negative, by sums). */
function commonEffect(panel: Panel, group: MediaGroup, reach: Reach, pooled: boolean): MediaEffect {
  const { on, prior } = group.specs[0]!.effect;
  const positive = isNeverNegative(prior);
  const deviations = pooled ? effectDeviations(panel, group) : undefined;
  const factors = deviations && positive ? exp(deviations.value) : undefined;
  const over = (x: Expression): Expression => sum(factors === undefined ? x : multiply(x, factors), ["cell"]);
  const perCoefficient = divide(over(reach.money), totals(reach.denominator, group));
  const spread =
    factors === undefined
      ? spreadOfStock(reach, panel.cells.length)
      : spreadOfStock(reach, panel.cells.length, factors);
  const learned = effectBlock(group, {
    axes: [],
    ...(isLogScaled(prior) && { shift: log(on === "coefficient" ? spread : divide(spread, perCoefficient)) }),
  });
  const added = deviations && !positive ? deviations.value : undefined;
  const common =
    on === "coefficient"
      ? learned.value
      : added === undefined
        ? divide(learned.value, perCoefficient)
        : withoutAdded(learned.value, perCoefficient, reach, added);
  const coefficient =
    factors !== undefined ? multiply(common, factors) : added !== undefined ? add(common, added) : common;
  return finish(group, coefficient, [...(deviations?.blocks ?? []), learned]);
}

/** What is left for the common coefficient where the cells' sums have taken their part of the return. */
function withoutAdded(
  learned: Expression,
  perCoefficient: Expression,
  { money }: Reach,
  added: Expression,
): Expression {
  const taken = divide(sum(multiply(money, added), ["cell"]), sum(money, ["cell"]));
  return subtract(divide(learned, perCoefficient), taken);
}

/** A number per channel and cell; where a cell never had a channel, nothing can be said and the coefficient is 0. */
function separateEffect(panel: Panel, group: MediaGroup, reach: Reach): MediaEffect {
  const { on, prior } = group.specs[0]!.effect;
  const shifted = on === "coefficient" && isLogScaled(prior);
  const learned = effectBlock(group, {
    axes: [panel.axis],
    // A cell without media has no stock; a little keeps the logarithm finite, and changes coordinates only.
    ...(shifted && { shift: log(spreadOfStock(reach, undefined)) }),
  });
  if (on === "coefficient") return finish(group, learned.value, [learned]);
  const axes = learned.value.axes;
  const idle = Float64Array.from(reach.denominator, (value) => (value > 0 ? 0 : 1));
  const coefficient = divide(
    multiply(learned.value, constant(reach.denominator, axes)),
    add(reach.money, constant(idle, axes)),
  );
  return finish(group, coefficient, [learned]);
}

function finish(group: MediaGroup, coefficient: Expression, blocks: readonly ParameterBlock[]): MediaEffect {
  const { on } = group.specs[0]!.effect;
  // Coefficients, and the ROI of all cells, are derived for every group alike.
  const quantities = blocks
    .filter(({ shown, name }) => shown && name !== "coefficient")
    .filter(({ name, axes }) => !(name === "roi" && axes.length === 1))
    .map((block) => ({ ...blockQuantity(block), name: shownName(block, on) }));
  return { coefficient, blocks, pinned: [], quantities };
}

/** Separate returns of cells stand beside the return of all of them. */
function shownName({ name, axes }: ParameterBlock, on: string): string {
  return axes.length > 1 && name === on.replace("-", "_") ? `${name}_of_cell` : name;
}

function effectDeviations(panel: Panel, group: MediaGroup): Deviations {
  const cells = group.specs.map((spec) => spec.cells.effect as PooledCells);
  return makeDeviations(panel, {
    name: "effect",
    inputName: `effect: ${group.names.join(", ")}`,
    axes: [{ name: "channel", coordinates: group.names }],
    spreads: cells.map(({ spread }) => spread),
    by: cells[0]!.by,
    centred: cells[0]!.centring === "centred",
  });
}

/**
 * The learned number. The data know how far sales move with a channel, not its coefficient and its saturation apart, nor
 * what it brings all the time: so, whatever the belief is about, the sampler moves the logarithm of
 * coefficient · standard deviation of the saturated stock, and the prior stays on ROI, share or coefficient. That is a
 * shift on the log scale by something that earlier parameters decide.
 */
function effectBlock(
  group: MediaGroup,
  { axes, shift }: { readonly axes: ParameterBlock["axes"]; readonly shift?: Expression },
): ParameterBlock {
  const name = group.specs[0]!.effect.on.replace("-", "_");
  const copies = axes.reduce((product, { coordinates }) => product * coordinates.length, 1);
  return makeParameterBlock({
    name,
    inputName: `${name}: ${group.names.join(", ")}`,
    axes: [{ name: "channel", coordinates: group.names }, ...axes],
    priors: group.specs.flatMap(({ effect }) => Array.from({ length: copies }, () => effect.prior)),
    ...(shift && { shift }),
  });
}

/** [channel] what the learned number is a share of, over all cells. */
function totals(denominator: Float64Array, group: MediaGroup): Expression {
  const sums = totalsOfChannels(denominator, group.indices.length);
  return constant(sums, [{ name: "channel", size: sums.length }]);
}

/** Whether cells may deviate from it by factors. */
function isNeverNegative(prior: Prior): boolean {
  return !supportOf(prior).contains(-1e-9);
}

/** Whether a shift of the sampler's coordinate is one of the logarithm, or nearly so, as of small shares. */
function isLogScaled(prior: Prior): boolean {
  return ["positive", "unit-interval"].includes(supportOf(prior).kind);
}

function supportOf(prior: Prior): Support {
  return distributionOf(prior.distribution).support(priorParameters(prior));
}
