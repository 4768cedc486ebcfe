/** Data sets of every kind that `makeDataset` lets through, for laws that hold for all of them. */
import fc from "fast-check";
import { isoDate } from "../calendar/day-number.js";
import { cleanName } from "../roles/clean-name.js";
import { makeDataset, type Dataset } from "./dataset.js";

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
