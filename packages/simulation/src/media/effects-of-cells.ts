/** From the described effect of a channel to the effect in every cell, in natural units. */

import { logistic, logit, exp, mean, type RandomStream } from "@mmm/numerics";
import type { TransformParameter } from "@mmm/transforms";
import type { ChannelDescription } from "../description/market-description.js";
import { cellSlices } from "../panel/cell-slices.js";
import { drawCellFactors, drawCellScatter } from "../panel/draw-cell-scatter.js";
import type { Panel } from "../panel/panel.js";
import { sumOverCells } from "../panel/sum-over-cells.js";
import { mapParameters, type MediaTransform } from "./media-transform.js";
import { type MediaEffect, trueContribution } from "./true-contribution.js";

/** A channel's effect in a cell of mean size, and in every cell; coefficients are up to one common factor. */
export interface UnscaledEffects {
  readonly typical: MediaEffect;
  /** [cell] */
  readonly cells: readonly MediaEffect[];
}

/**
 * Media per head works alike in cells of all sizes, but for the scatter that is drawn:
 *
 *     contribution[g, t] = size[g] · factor[g] · h(media[g, t] / size[g]),   size = population / mean population
 *
 * The result says the same in the unit of each cell's own media: saturation sets in at `size` times the media, and the
 * coefficient takes up what that changes.
 */
export function effectsOfCells(
  { adstock, saturation }: ChannelDescription,
  meanActiveMedia: number,
  panel: Panel,
  stream: RandomStream,
): UnscaledEffects {
  const typical = { adstock, saturation: inMediaUnits(saturation, meanActiveMedia), coefficient: 1 };
  const factors = drawCellFactors(panel, "effects", stream.split("effects"));
  const reach = trueContribution(typical, Float64Array.of(meanActiveMedia))[0]!;
  const adstocks = scatterAdstock(adstock, panel, stream.split("adstock"));
  const scales = drawCellScatter(panel, "saturation", stream.split("saturation")).map(exp);
  const cells = adstocks.map((own, g) => {
    const size = panel.size[g]!;
    const media = size * meanActiveMedia;
    const alike = { adstock, saturation: inMediaUnits(saturation, media), coefficient: 1 };
    // 1 for curves that end at 1; a power of the size for those without an end.
    const unit = reach / trueContribution(alike, Float64Array.of(media))[0]!;
    return {
      adstock: own,
      saturation: inMediaUnits(saturation, media * scales[g]!),
      coefficient: size * factors[g]! * unit,
    };
  });
  return { typical, cells };
}

/** Mean of the media per head over cells and periods that have some, for a cell of mean size. */
export function meanActive(media: Float64Array, { size }: Panel): number {
  const active = cellSlices(media, size.length).map((own) => own.filter((value) => value > 0));
  const counts = Float64Array.from(active, ({ length }) => length);
  const all = sumOverCells(counts);
  return sumOverCells(
    Float64Array.from(active, (own, g) =>
      own.length === 0 ? 0 : (own.length / all) * (mean(own) / size[g]!),
    ),
  );
}

/** From mean active periods to the unit of the media. */
function inMediaUnits(saturation: MediaTransform, media: number): MediaTransform {
  return mapParameters("saturation", saturation, (value, { unit }) => {
    if (unit === "media") return value * media;
    return unit === "per-media" ? value / media : value;
  });
}

/** Every parameter that is not held by convention scatters on its own, where it may lie without bounds. */
function scatterAdstock(
  adstock: MediaTransform,
  panel: Panel,
  stream: RandomStream,
): readonly MediaTransform[] {
  const deviations = new Map<string, Float64Array>();
  const deviationOf = (name: string, g: number): number => {
    const drawn = deviations.get(name) ?? drawCellScatter(panel, "adstock", stream.split(name));
    deviations.set(name, drawn);
    return drawn[g]!;
  };
  return panel.cells.map((_, g) =>
    mapParameters("adstock", adstock, (value, parameter, name) =>
      parameter.fixed === undefined ? moved(value, parameter.support, deviationOf(name, g)) : value,
    ),
  );
}

function moved(value: number, support: TransformParameter["support"], deviation: number): number {
  if (deviation === 0) return value;
  switch (support) {
    case "real":
      return value + deviation;
    case "positive":
    case "non-negative":
      return value * exp(deviation);
    case "unit-interval":
      return logistic(logit(value) + deviation);
  }
}
