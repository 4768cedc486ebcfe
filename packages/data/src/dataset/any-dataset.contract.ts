/** Data sets of every kind that `makeDataset` lets through, for laws that hold for all of them. */
import fc from "fast-check";
import { isoDate } from "../calendar/day-number.js";
import { cleanName } from "../roles/clean-name.js";
import { makeDataset, type Dataset, type Series } from "./dataset.js";
import { cellNames } from "./panel-dimension.js";

const name = fc
  .string({ unit: "binary", maxLength: 6 })
  .map(cleanName)
  .filter((text) => text !== "" && !text.includes("\u0000"));
const shape = fc.record({
  names: fc.uniqueArray(name, { minLength: 7, maxLength: 7 }),
  unit: fc.option(name, { nil: undefined }),
  first: fc.integer({ min: -100_000, max: 100_000 }),
  step: fc.constantFrom(1, 7),
  count: fc.integer({ min: 2, max: 12 }),
});

/** Any data set: awkward names, any doubles, any first day. */
export const anyDataset: fc.Arbitrary<Dataset> = shape.chain(({ names, unit, first, step, count }) => {
  const values = (min: number) =>
    fc
      .array(fc.double({ min, noNaN: true, noDefaultInfinity: true }), { minLength: count, maxLength: count })
      .map((list) => Float64Array.from(list));
  return fc.tuple(values(-1e308), values(0), values(0), values(0), values(-1e308)).map(([y, a, b, c, d]) =>
    makeDataset({
      name: "any",
      periods: Array.from({ length: count }, (_, t) => isoDate(first + step * t)),
      kpi: { name: names[0]!, values: y, ...(unit === undefined ? {} : { unit }) },
      channels: [
        { name: names[1]!, spend: a, exposure: { name: names[2]!, values: b } },
        { name: names[3]!, spend: c, exposure: { name: names[3]!, values: a } },
      ],
      controls: [
        { name: names[4]!, values: d },
        { name: names[5]!, values: y },
      ],
    }),
  );
});

const panelShape = fc
  .record({
    names: fc.uniqueArray(name, { minLength: 10, maxLength: 10 }),
    levels: fc.uniqueArray(fc.tuple(name, name), {
      minLength: 1,
      maxLength: 4,
      selector: (pair) => pair.join("\n"),
    }),
    two: fc.boolean(),
    first: fc.integer({ min: -100_000, max: 100_000 }),
    step: fc.constantFrom(1, 7),
    count: fc.integer({ min: 2, max: 4 }),
    past: fc.integer({ min: 0, max: 2 }),
    extras: fc.boolean(),
  })
  .map(({ levels, two, names, ...rest }) => {
    const single = [...new Set(levels.map(([level]) => level))];
    const dimensions = two
      ? [
          { name: names[8]!, levels: levels.map(([level]) => level) },
          { name: names[9]!, levels: levels.map(([, level]) => level) },
        ]
      : [{ name: names[8]!, levels: single }];
    return { names, dimensions, ...rest };
  })
  .filter(({ dimensions }) => new Set(cellNames(dimensions)).size === dimensions[0]!.levels.length);

/** Any panel: one or two dimensions, with and without media history, population and revenue per KPI. */
export const anyPanel: fc.Arbitrary<Dataset> = panelShape.chain((shape) => {
  const { names, dimensions, first, step, count, past, extras } = shape;
  const cells = dimensions[0]!.levels.length;
  const values = (min: number, length: number) =>
    fc
      .array(fc.double({ min, noNaN: true, noDefaultInfinity: true }), {
        minLength: length,
        maxLength: length,
      })
      .map((list) => Float64Array.from(list));
  const size = cells * count;
  const parts = [values(-1e308, size), values(0, size), values(0, size), values(-1e308, size)] as const;
  const history = [values(0, cells * past), values(0, cells * past), values(1e-300, cells)] as const;
  return fc.tuple(...parts, ...history).map(([y, a, b, c, pastSpend, pastExposure, people]) => {
    const series = (index: number, own: Float64Array): Series => ({ name: names[index]!, values: own });
    const before = past === 0 ? {} : { history: { spend: pastSpend } };
    const bought = past === 0 ? {} : { history: { spend: pastSpend, exposure: pastExposure } };
    const period = (t: number): string => isoDate(first + step * t);
    return makeDataset({
      name: "any",
      dimensions,
      periods: Array.from({ length: count }, (_, t) => period(past + t)),
      ...(past === 0 ? {} : { historyPeriods: Array.from({ length: past }, (_, t) => period(t)) }),
      kpi: { ...series(0, y), ...(extras ? { revenuePerKpi: series(1, a) } : {}) },
      channels: [
        { name: names[2]!, spend: a, exposure: series(3, b), ...bought },
        { name: names[4]!, spend: b, ...before },
      ],
      controls: [series(5, c)],
      ...(extras ? { population: { name: names[6]!, values: people } } : {}),
    });
  });
});
