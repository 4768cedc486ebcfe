/** The response of one group: from media to saturated stock, with the parameters of both transforms. */

import { type Expression, slice } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { type LearnedParameter, learnParameter, relativeSizes } from "../parameters/learn-parameter.js";
import type { Panel } from "../parameters/panel.js";
import type { Scaling } from "../scaling.js";
import {
  drawName,
  listAxis,
  transformOfSpec,
  transformParameters,
  type TransformRole,
  transformSettings,
} from "../spec/transform-spec.js";
import type { MediaGroup } from "./media-groups.js";

/** The rule of a group, and what it had to learn. */
export interface MediaResponse {
  readonly parameters: readonly LearnedParameter[];
  /** [channel, cell, time with history] scaled media → [channel, cell, time] saturated stock in the window. */
  readonly apply: (media: Expression, window?: MediaWindow) => Expression;
}

/** The periods that are looked at: after `before` periods of media that carry over into them. */
export interface MediaWindow {
  readonly before: number;
  readonly periods: number;
}

/** Makes the response; its parameters are made once, whatever media it is asked about. */
export function mediaResponse(
  dataset: Dataset,
  panel: Panel,
  scaling: Scaling,
  group: MediaGroup,
): MediaResponse {
  const adstock = transformRule("adstock", panel, scaling, group);
  const saturation = transformRule("saturation", panel, scaling, group);
  const ofData = { before: dataset.historyPeriods?.length ?? 0, periods: dataset.periods.length };
  // What was left over from before the window is carried into it, and only the window is looked at.
  const cut = (stock: Expression, { before, periods }: MediaWindow): Expression =>
    before === 0 ? stock : slice(stock, "time", before, periods);
  return {
    parameters: [...adstock.parameters, ...saturation.parameters],
    apply:
      group.specs[0]!.order === "adstock-first"
        ? (media, window = ofData) => saturation.apply(cut(adstock.apply(media), window))
        : (media, window = ofData) => cut(adstock.apply(saturation.apply(media)), window),
  };
}

/** One transform with its parameters, held or learned. */
function transformRule(
  role: TransformRole,
  panel: Panel,
  scaling: Scaling,
  group: MediaGroup,
): MediaResponse {
  const spec = group.specs[0]![role];
  const transform = transformOfSpec(role, spec);
  const media = Float64Array.from(group.indices, (i) => scaling.media[i]!);
  const parameters = Object.entries(transform.parameters).map(([name, { unit }]) => ({
    name,
    learned: learnParameter(panel, {
      name: drawName(role, name),
      inputName: `${drawName(role, name)}: ${group.names.join(", ")}`,
      axis: { name: "channel", coordinates: group.names },
      list: listAxis(role, spec, name),
      specs: group.specs.map((channel) => transformParameters(role, channel[role])[name]!),
      cells: group.specs.map((channel) => channel.cells[name]!),
      ...naturalScales(unit, media, scaling.size),
    }),
  }));
  const values = Object.fromEntries(parameters.map(({ name, learned }) => [name, learned.value]));
  const settings = transformSettings(role, spec);
  return {
    parameters: parameters.map(({ learned }) => learned),
    apply: (x) => transform.apply(x, values, settings),
  };
}

/** Parameters in the unit of the media, or per that unit, in natural units: in a cell of mean size, and of each cell. */
function naturalScales(
  unit: string,
  media: Float64Array,
  size: Float64Array,
): { readonly naturalScale?: Float64Array; readonly cellScale?: Float64Array } {
  const { mean, factors } = relativeSizes(size);
  if (unit === "media") return { naturalScale: media.map((scale) => scale * mean), cellScale: factors };
  if (unit !== "per-media") return {};
  return {
    naturalScale: media.map((scale) => 1 / (scale * mean)),
    cellScale: factors.map((factor) => 1 / factor),
  };
}
