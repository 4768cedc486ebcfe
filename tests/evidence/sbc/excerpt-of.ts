/** An excerpt of a panel, small enough to be fitted hundreds of times. */

import { type Dataset, makeDataset } from "@mmm/data";

/** The first cells, periods, channels and controls of a data set. */
export function excerptOf(
  dataset: Dataset,
  size: {
    readonly cells: number;
    readonly periods: number;
    readonly channels: number;
    readonly controls: number;
  },
): Dataset {
  const whole = dataset.periods.length;
  const cut = (values: Float64Array): Float64Array =>
    Float64Array.from(
      Array.from({ length: size.cells }, (_, g) => [
        ...values.subarray(g * whole, g * whole + size.periods),
      ]).flat(),
    );
  return makeDataset({
    name: `excerpt of ${dataset.name}`,
    periods: dataset.periods.slice(0, size.periods),
    dimensions: dataset.dimensions!.map(({ name, levels }) => ({
      name,
      levels: levels.slice(0, size.cells),
    })),
    population: {
      name: dataset.population!.name,
      values: dataset.population!.values.slice(0, size.cells),
    },
    kpi: { name: dataset.kpi.name, values: cut(dataset.kpi.values) },
    channels: dataset.channels
      .slice(0, size.channels)
      .map(({ name, spend }) => ({ name, spend: cut(spend) })),
    controls: dataset.controls
      .slice(0, size.controls)
      .map(({ name, values }) => ({ name, values: cut(values) })),
  });
}
