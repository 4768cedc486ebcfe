/** A small panel that tests share: two brands in three regions, forty weeks, no noise source but arithmetic. */

import { type Dataset, makeDataset } from "@mmm/data";

const brands = ["Aqua", "Aqua", "Aqua", "Brio", "Brio", "Brio"];
const regions = ["North", "South", "West", "North", "South", "West"];
const sizes = [5, 2, 1, 3, 1.5, 0.7];
const weekCount = 40;

/** Makes the panel; search is bought by clicks, price differs between cells, and Brio in the west never had TV. */
export function smallPanel(): Dataset {
  const weeks = Array.from({ length: weekCount }, (_, t) => t);
  const each = (of: (cell: number, t: number) => number): Float64Array =>
    Float64Array.from(sizes.flatMap((_, g) => weeks.map((t) => of(g, t))));
  const wobble = (a: number, b: number): number => (((a * 37 + b * 53 + a * b * 11) % 29) - 14) / 14;
  return makeDataset({
    name: "small panel",
    periods: weeks.map((t) => new Date(Date.UTC(2023, 0, 2 + 7 * t)).toISOString().slice(0, 10)),
    dimensions: [
      { name: "brand", levels: brands },
      { name: "region", levels: regions },
    ],
    population: { name: "people", values: Float64Array.from(sizes, (size) => size * 1000) },
    kpi: {
      name: "units",
      values: each((g, t) => sizes[g]! * (100 + 5 * g + 10 * Math.cos(t / 8) + 6 * wobble(g + 1, t))),
      revenuePerKpi: { name: "price", values: each((g, t) => 3 + 0.1 * g + 0.2 * (t % 3)) },
    },
    channels: [
      {
        name: "tv",
        spend: each((g, t) => (g === 5 || (t + g) % 4 === 0 ? 0 : sizes[g]! * (20 + 9 * wobble(t, g + 2)))),
      },
      {
        name: "search",
        spend: each((g, t) => sizes[g]! * (8 + 3 * wobble(t + 3, g))),
        exposure: { name: "clicks", values: each((g, t) => sizes[g]! * (80 + 31 * wobble(t + 3, g))) },
      },
    ],
    controls: [
      { name: "shelf price", values: each((g, t) => 2 + 0.3 * wobble(t + 5, g + 1)) },
      { name: "holiday", values: each((_, t) => (t % 13 === 5 ? 1 : 0)) },
    ],
  });
}
