/** TransformDraws: the adstock or the saturation of a channel at many draws at once, one draw a row. */

import { type Axis, axis, constant, type Expression, stack } from "@mmm/autodiff";
import { mean } from "@mmm/numerics";
import { selectParameter } from "@mmm/posterior";
import type { Fit } from "../fit/fit.js";
import type { Scaling } from "../scaling.js";
import { channelSpec } from "../spec/model-spec.js";
import {
  drawName,
  listAxis,
  transformOfSpec,
  transformParameters,
  type TransformRole,
  transformSettings,
} from "../spec/transform-spec.js";

/** One transform of one channel. */
export interface TransformDraws {
  /** The cells that share its parameters. */
  readonly cells: readonly string[];
  /** [draw, …, last] scaled media → [draw, …, last]. */
  readonly apply: (media: Expression) => Expression;
}

/** Which draws, of which cells. */
export interface DrawChoice {
  /** Positions among chain × draw. */
  readonly draws: readonly number[];
  readonly cells: readonly string[];
}

/** Evenly spaced positions among all draws of a fit. */
export function evenlySpaced({ draws: { chains, draws } }: Fit, atMost: number): readonly number[] {
  const step = Math.max(1, Math.ceil((chains * draws) / atMost));
  return Array.from({ length: Math.ceil((chains * draws) / step) }, (_, i) => i * step);
}

/** The axis along which the rows of a choice lie. */
export function drawAxis({ draws }: DrawChoice): Axis {
  return axis("draw", draws.length);
}

/** The transform of a channel: once where the cells share its parameters, otherwise of each cell. */
export function transformDraws(
  fit: Fit,
  scaling: Scaling,
  role: TransformRole,
  channel: number,
  choice: DrawChoice,
): readonly TransformDraws[] {
  const { name } = fit.dataset.channels[channel]!;
  const own = channelSpec(fit.spec, name)[role];
  const transform = transformOfSpec(role, own);
  const settings = transformSettings(role, own);
  const parameters = Object.entries(transformParameters(role, own));
  const differ = parameters.some(
    ([parameter, held]) => typeof held !== "number" && hasCells(fit, drawName(role, parameter)),
  );
  const groups = differ ? choice.cells.map((cell) => [cell]) : [choice.cells];
  return groups.map((cells) => {
    const values = Object.fromEntries(
      parameters.map(([parameter, held]) => [
        parameter,
        typeof held === "number"
          ? held
          : learnedDraws(fit, scaling, { role, channel, parameter, cell: cells[0]! }, choice),
      ]),
    );
    return { cells, apply: (media) => transform.apply(media, values, settings) };
  });
}

/** A learned parameter of one channel. */
interface LearnedPlace {
  readonly role: TransformRole;
  readonly channel: number;
  readonly parameter: string;
  readonly cell: string;
}

/** [draw] or, of a list, [its axis, draw]: a parameter in scaled units. */
function learnedDraws(
  fit: Fit,
  scaling: Scaling,
  { role, channel, parameter, cell }: LearnedPlace,
  choice: DrawChoice,
): Expression {
  const { name } = fit.dataset.channels[channel]!;
  const spec = channelSpec(fit.spec, name)[role];
  const drawn = drawName(role, parameter);
  const size = hasCells(fit, drawn) ? scaling.size[fit.dataset.cells.indexOf(cell)]! : mean(scaling.size);
  const { unit } = transformOfSpec(role, spec).parameters[parameter]!;
  const factor = toScaled(unit, scaling.media[channel]! * size);
  const at = (coordinates: Readonly<Record<string, string>>): Expression => {
    const natural = parameterDraws(fit, drawn, { channel: name, ...coordinates }, cell, choice.draws);
    return constant(
      natural.map((value) => value * factor),
      [drawAxis(choice)],
    );
  };
  const list = listAxis(role, spec, parameter);
  if (list === undefined) return at({});
  return stack(
    list.coordinates.map((own) => at({ [list.name]: own })),
    axis(list.name, list.coordinates.length),
  );
}

/** [draw] a parameter or quantity of a channel, of one cell where it has one for each. */
export function parameterDraws(
  fit: Fit,
  parameter: string,
  coordinates: Readonly<Record<string, string>>,
  cell: string,
  draws: readonly number[],
): Float64Array {
  const all = hasCells(fit, parameter) ? { ...coordinates, cell } : coordinates;
  const { values } = selectParameter(fit.draws, parameter, all);
  return Float64Array.from(draws, (draw) => values[draw]!);
}

function hasCells({ draws }: Fit, parameter: string): boolean {
  const axes = draws.parameters.find(({ name }) => name === parameter)?.axes ?? [];
  return axes.some(({ name }) => name === "cell");
}

/** Draws stand in natural units; the transform is of scaled media. */
function toScaled(unit: string, media: number): number {
  return unit === "media" ? 1 / media : unit === "per-media" ? media : 1;
}
