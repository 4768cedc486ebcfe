/** The centring of media effects, where a spec leaves it to the data. */

import type { Dataset } from "@mmm/data";
import { channelSpec, type ModelSpec } from "../spec/model-spec.js";
import { groupingsOf, type Panel } from "../parameters/panel.js";
import type { PilotFit } from "./pilot-fit.js";

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
    // What cells differ by beyond their brand and region, the pilot does not know.
    const alone = groupingsOf(panel, effect.by).length === 1;
    const centring = alone && pilot.informsEffect(index) ? ("centred" as const) : ("non-centred" as const);
    return [name, { ...own, cells: { ...own.cells, effect: { ...effect, centring } } }] as const;
  });
  return { ...spec, media: { ...spec.media, only: Object.fromEntries(only) } };
}
