import { elementCount } from "@mmm/autodiff";
import { type Dataset, dayNumber, isoDate, makeDataset } from "@mmm/data";
import { randomStream } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { compileModel } from "./compile-model.js";
import { fit } from "./fit/fit.js";
import { compileForwardPass } from "./forward/forward-pass.js";
import { smallPanel } from "./small-panel.contract.js";
import { parseModelSpec } from "./spec/parse-model-spec.js";
import { modelTerms } from "./terms/model-terms.js";

const specs = {
  "our default": {},
  "ROI, pooled over brands and cells": {
    media: { default: { effect: "roi", cells: { effect: { pooling: "pooled", by: ["brand", "cell"] } } } },
    seasonality: [],
  },
  "separate cells": { media: { default: { cells: { effect: "separate", retention: "separate" } } } },
  Meridian: { preset: "meridian" },
  "PyMC-Marketing": { preset: "pymc-marketing" },
} satisfies Readonly<Record<string, unknown>>;

/** The same data with every series changed. */
function change(
  dataset: Dataset,
  { kpi = (x) => x, spend = (x) => x, order, rename = (name) => name, channels, days = 0 }: Change,
): Dataset {
  const { periods, cells } = dataset;
  const places = order ?? cells.map((_, g) => g);
  const moved = (values: Float64Array): Float64Array =>
    Float64Array.from(
      places.flatMap((g) => [...values.subarray(g * periods.length, (g + 1) * periods.length)]),
    );
  const { revenuePerKpi } = dataset.kpi;
  const bought = (channels ?? dataset.channels.map((_, c) => c)).map((c) => dataset.channels[c]!);
  return makeDataset({
    name: dataset.name,
    periods: periods.map((period) => isoDate(dayNumber(period) + days)),
    dimensions: dataset.dimensions!.map(({ name, levels }) => ({
      name,
      levels: places.map((g) => rename(levels[g]!)),
    })),
    population: { name: "people", values: Float64Array.from(places, (g) => dataset.population!.values[g]!) },
    kpi: {
      name: "units",
      values: moved(dataset.kpi.values).map(kpi),
      ...(revenuePerKpi && { revenuePerKpi: { ...revenuePerKpi, values: moved(revenuePerKpi.values) } }),
    },
    channels: bought.map((channel) => ({
      name: channel.name,
      spend: moved(channel.spend).map(spend),
      ...(channel.exposure && {
        exposure: { ...channel.exposure, values: moved(channel.exposure.values) },
      }),
    })),
    controls: dataset.controls.map(({ name, values }) => ({ name, values: moved(values) })),
  });
}

interface Change {
  readonly kpi?: (value: number) => number;
  readonly spend?: (value: number) => number;
  readonly order?: readonly number[];
  readonly rename?: (name: string) => string;
  readonly channels?: readonly number[];
  readonly days?: number;
}

/** A position of the unchanged model as one of the changed one: rows of reordered axes in their new places. */
function carry(
  dataset: Dataset,
  input: unknown,
  position: Float64Array,
  axes: Readonly<Record<string, readonly number[]>>,
): Float64Array {
  const { variables } = modelTerms(dataset, parseModelSpec(input));
  let start = 0;
  return Float64Array.from(
    variables.flatMap((variable) => {
      const count = elementCount(variable.axes);
      const own = position.subarray(start, start + count);
      start += count;
      return Array.from({ length: count }, (_, to) => {
        let rest = to;
        let from = 0;
        let stride = 1;
        for (const { name, size } of [...variable.axes].reverse()) {
          const place = rest % size;
          rest = Math.floor(rest / size);
          from += (axes[name]?.length === size ? axes[name]![place]! : place) * stride;
          stride *= size;
        }
        return own[from]!;
      });
    }),
  );
}

describe("a model", () => {
  const cases = Object.entries(specs).flatMap(([name, input]) =>
    (
      [
        ["sales counted in tenths", { kpi: (x) => 10 * x }, 10, {}],
        ["money counted in tenths", { spend: (x) => 10 * x }, 0.1, {}],
        [
          "cells in another order",
          { order: [3, 1, 5, 0, 2, 4] },
          1,
          { cell: [3, 1, 5, 0, 2, 4], brand: [1, 0] },
        ],
        ["cells by other names", { rename: (own) => `${own}!` }, 1, {}],
        ["channels in another order", { channels: [1, 0] }, 1, { channel: [1, 0] }],
        ["the same weeks 28 years later", { days: 28 * 365.25 }, 1, {}],
      ] satisfies [string, Change, number, Readonly<Record<string, readonly number[]>>][]
    ).map(([what, by, factor, axes]) => ({ name, input, what, by, factor, axes })),
  );

  it.each(cases)("under $name says the same of $what", ({ name, input, by, factor, axes }) => {
    const before = smallPanel();
    const after = change(before, by);
    // The reference cell of Meridian and its sample coordinates follow the cells only where all have one.
    const reordered = "order" in by;
    if (reordered && name === "Meridian") return;
    // ROI priors are in money per money: what money is counted in is part of the belief.
    const onRoi = name.startsWith("ROI") || name === "Meridian";
    const spec = parseModelSpec(input);
    const [one, other] = [compileForwardPass(before, spec), compileForwardPass(after, spec)];
    const [density, otherDensity] = [before, after].map((data) => compileModel(data, spec).logDensity);
    const differences = Array.from({ length: 5 }, (_, i) => {
      const position = one.drawPrior(randomStream(9, i));
      const moved = carry(before, input, position, axes);
      const values = [density!, otherDensity!].map((own, k) =>
        own.evaluate(k === 0 ? position : moved, new Float64Array(position.length)),
      );
      one.evaluate(position);
      other.evaluate(moved);
      const roi = one.quantity("roi");
      const channels = (axes as Record<string, readonly number[]>).channel ?? [0, 1];
      if (!(onRoi && factor !== 1)) {
        other
          .quantity("roi")
          .forEach((value, c) => expect(value / (factor * roi[channels[c]!]!)).toBeCloseTo(1, 9));
      }
      return values[1]! - values[0]!;
    });
    if (onRoi && factor !== 1) return;
    // Units may add a constant to the log density; positions may not.
    for (const difference of differences) expect(Math.abs(difference - differences[0]!)).toBeLessThan(1e-6);
  });

  it("fits sales counted in eighths to the same bits, eight times as large", async () => {
    const options = { seed: 4, chains: 2, warmup: 40, draws: 20 };
    const spec = parseModelSpec({});
    const [one, other] = await Promise.all(
      [smallPanel(), change(smallPanel(), { kpi: (x) => 8 * x })].map((data) => fit(data, spec, options)),
    );
    expect(other!.traces[0]!.positions).toEqual(one!.traces[0]!.positions);
    const roiOf = ({ draws }: typeof one): Float64Array =>
      draws!.parameters.find(({ name }) => name === "roi")!.values;
    expect(roiOf(other!)).toEqual(roiOf(one!).map((value) => 8 * value));
  });
});
