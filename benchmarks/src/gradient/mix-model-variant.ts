/** The same work as a user of @mmm/model gets it: same shapes and transforms, in coordinates that the data pin. */

import { makeDataset } from "@mmm/data";
import { compileForwardPass, compileModel, parseModelSpec } from "@mmm/model";
import { randomStream } from "@mmm/numerics";
import { controlCount, type Market } from "./market.js";
import { timeInProcess, type Variant } from "./variant.js";

const learned = { distribution: "half-normal", sd: 2 };

/** Endless geometric adstock, Hill saturation with a free slope, pooled effects, shared controls, one noise. */
const spec = parseModelSpec({
  scaling: { size: "none", kpi: "standardized" },
  seasonality: [{ periodDays: 365.25, harmonics: 6 }],
  timeEffects: "none",
  controls: { default: { cells: "shared" } },
  media: {
    default: {
      adstock: { kind: "geometric", window: null, normalize: false },
      saturation: { kind: "hill", slope: learned, halfSaturation: learned },
      cells: { effect: { pooling: "pooled", by: ["cell"], centring: "non-centred" } },
    },
  },
  noise: { kind: "normal", cells: "shared" },
});

/** Series of [geo, kind, time] taken by kind, as [geo × time] each. */
function byKind(values: Float64Array, geos: number, kinds: number): readonly Float64Array[] {
  const times = values.length / (geos * kinds);
  return Array.from({ length: kinds }, (_, kind) =>
    Float64Array.from(
      Array.from({ length: geos }, (_, geo) => [
        ...values.subarray((geo * kinds + kind) * times, (geo * kinds + kind + 1) * times),
      ]).flat(),
    ),
  );
}

export function mixModelVariant(market: Market): Variant {
  const { geos, times, channels } = market;
  const day = (t: number): string => new Date(Date.UTC(2001, 0, 1 + 7 * t)).toISOString().slice(0, 10);
  const dataset = makeDataset({
    name: `market ${market.name}`,
    periods: Array.from({ length: times }, (_, t) => day(t)),
    ...(geos > 1 && { cells: Array.from({ length: geos }, (_, g) => `geo ${g + 1}`) }),
    kpi: { name: "outcome", values: market.outcome },
    channels: byKind(market.spend, geos, channels).map((spend, c) => ({ name: `channel ${c + 1}`, spend })),
    controls: byKind(market.controls, geos, controlCount).map((values, c) => ({
      ...{ name: `control ${c + 1}`, values },
    })),
  });
  const { logDensity, dimension } = compileModel(dataset, spec);
  const position = compileForwardPass(dataset, spec).drawPrior(randomStream(1));
  const scratch = new Float64Array(dimension);
  return {
    name: "@mmm/model",
    evaluate: (gradient) => logDensity.evaluate(position, gradient),
    time: (repetitions) => timeInProcess(() => logDensity.evaluate(position, scratch), repetitions),
  };
}
