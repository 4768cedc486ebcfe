/** Centring: which pooled values are sampled as they stand, as a spec says or, where it leaves that open, as the data suggest. */

import type { Dataset } from "@mmm/data";
import { channelSpec, type ModelSpec } from "../spec/model-spec.js";
import { groupingsOf, type Panel } from "../parameters/panel.js";
import type { BaselineColumn } from "./baseline-columns.js";
import { mayCentre } from "./column-coefficients.js";
import type { PilotFit } from "./pilot-fit.js";

/** Whether the coefficients of a column are. What cells differ by beyond their brand and region, the pilot does not know. */
export function isColumnCentred(panel: Panel, column: BaselineColumn, pilot: PilotFit | undefined): boolean {
  const { cells } = column;
  if (cells.pooling !== "pooled" || panel.cells.length === 1 || !mayCentre(panel, column)) return false;
  if (cells.centring !== "auto") return cells.centring === "centred";
  const alone = cells.by === "auto" || groupingsOf(panel, cells.by).length === 1;
  return alone && (pilot?.informs(column) ?? false);
}

/** The spec with every channel's `"auto"` centring of effects decided; channels stand by their own names. */
export function decideCentring(
  spec: ModelSpec,
  dataset: Dataset,
  panel: Panel,
  pilot: PilotFit | undefined,
): ModelSpec {
  if (pilot === undefined) return spec;
  const only = dataset.channels.map(({ name }, index) => {
    const own = channelSpec(spec, name);
    const { effect } = own.cells;
    if (effect.pooling !== "pooled" || effect.centring !== "auto") return [name, own] as const;
    const alone = groupingsOf(panel, effect.by).length === 1;
    const centring = alone && pilot.informsEffect(index) ? ("centred" as const) : ("non-centred" as const);
    return [name, { ...own, cells: { ...own.cells, effect: { ...effect, centring } } }] as const;
  });
  return { ...spec, media: { ...spec.media, only: Object.fromEntries(only) } };
}
