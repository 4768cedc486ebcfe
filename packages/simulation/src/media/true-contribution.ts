/** What media brings in the market that was simulated: the one place where media becomes KPI. */

import { axis, constant, evaluate, type Expression } from "@mmm/autodiff";
import { cellSlices } from "../panel/cell-slices.js";
import {
  type MediaTransform,
  namedTransform,
  parametersOf,
  type ParameterValue,
  settingsOf,
  type TransformRole,
} from "./media-transform.js";

/** How a channel's media becomes KPI in one cell. */
export interface MediaEffect {
  readonly adstock: MediaTransform;
  /** Its parameters in the unit of the media. */
  readonly saturation: MediaTransform;
  /** What the saturation is multiplied by: of one that ends at 1, the KPI of a period at full saturation. */
  readonly coefficient: number;
}

/**
 * What a channel brings in every period for any media, as it was or otherwise:
 *
 *     contribution[t] = coefficient · saturation(adstock(media))[t]
 *
 * @param effect  the truth about the channel in a national market, or in one cell of a panel
 * @param media   [time] media per period, ≥ 0: exposure where the channel has it, otherwise spend; any number of periods
 * @returns       [time] in KPI units
 * @example
 * const { dataset, truth } = simulateMarket(marketPresets.small, 1);
 * const silent = new Float64Array(dataset.periods.length);
 * trueContribution(truth.channels[0], silent)[0]; // => 0
 */
export function trueContribution(effect: MediaEffect, media: Float64Array): Float64Array {
  return contributionsOfCells([effect], media);
}

/** The same for the media of all cells at once, each with its own effect; [cell × time] → [cell × time]. */
export function contributionsOfCells(effects: readonly MediaEffect[], media: Float64Array): Float64Array {
  const length = media.length / effects.length;
  const x = constant(media, [axis("cell", effects.length), axis("time", length)]);
  const contributions = evaluate(saturateCells(effects, stocksOfCells(effects, x)));
  cellSlices(contributions, effects.length).forEach((own, g) => {
    const { coefficient } = effects[g]!;
    own.forEach((share, t) => (own[t] = coefficient * share));
  });
  return contributions;
}

/** adstock(media), by cell; [cell, time] → [cell, time]. */
export function stocksOfCells(effects: readonly MediaEffect[], media: Expression): Expression {
  return transformed(
    "adstock",
    effects.map(({ adstock }) => adstock),
    media,
  );
}

/** saturation(stock), by cell; [cell, time] → [cell, time]. */
export function saturateCells(effects: readonly MediaEffect[], stock: Expression): Expression {
  return transformed(
    "saturation",
    effects.map(({ saturation }) => saturation),
    stock,
  );
}

/** One transform in all cells; its settings are the same everywhere. */
function transformed(role: TransformRole, cells: readonly MediaTransform[], x: Expression): Expression {
  const [first] = cells;
  const transform = namedTransform(role, first!);
  const values = cells.map((media) => parametersOf(role, media));
  const parameters = Object.entries(transform.parameters).map(([name, { list }]) => [
    name,
    acrossCells(
      values.map((own) => own[name]!),
      list?.axis,
    ),
  ]);
  return transform.apply(x, Object.fromEntries(parameters) as never, settingsOf(role, first!));
}

/** A value that is the same in all cells stays plain, which keeps the rule simple and the bits those of one cell. */
function acrossCells(values: readonly ParameterValue[], listAxis = ""): ParameterValue | Expression {
  const lists = values.map((value) => (typeof value === "number" ? [value] : value));
  const [first] = lists;
  if (lists.every((list) => list.every((value, i) => value === first![i]))) return values[0]!;
  const cell = axis("cell", values.length);
  const isList = typeof values[0] !== "number";
  return constant(lists.flat(), isList ? [cell, axis(listAxis, first!.length)] : [cell]);
}
