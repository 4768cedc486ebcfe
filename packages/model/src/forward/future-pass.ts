/** The future pass: from a position of the fitted model to the periods after its data, in natural units. */

import {
  add,
  arrange,
  axis,
  compile,
  constant,
  type Expression,
  multiply,
  stack,
  sum,
  at,
} from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { drawNormal, type RandomStream } from "@mmm/numerics";
import type { ModelSpec } from "../spec/model-spec.js";
import { sumColumns } from "../terms/baseline-term.js";
import { mediaAxes, type ModelTerms, modelTerms, scaledMedia } from "../terms/model-terms.js";
import type { ExtendedMarket } from "./extend-market.js";
import type { ForwardPass } from "./forward-pass.js";
import { futureColumns } from "./future-columns.js";

/** Everything that can be read after `evaluate`; time is that of the plan. */
export interface FuturePass extends Pick<ForwardPass, "contributions" | "noise"> {
  readonly evaluate: (position: Float64Array) => void;
  /** [cell × time] expected KPI, with effects of the periods drawn from their spread, where the model has such effects. */
  readonly drawMean: (stream: RandomStream) => Float64Array;
}

/**
 * Compiles the pass. The model stays that of the data: its scales, its coefficients, and the media of the window, which carry over
 * into the plan.
 */
export function compileFuturePass(dataset: Dataset, spec: ModelSpec, market: ExtendedMarket): FuturePass {
  const terms = modelTerms(dataset, spec);
  const periods = market.whole.periods.length - dataset.periods.length;
  const ofSize = terms.scaling.size.map((size) => size * terms.scaling.kpi);
  const outputs = futureOutputs(dataset, spec, market, terms);
  const program = compile({ outputs, variables: terms.variables });
  const hasEffects = outputs.timeEffectSpread !== undefined;
  return {
    evaluate: (position) => void program.evaluate(position),
    contributions: () => program.read("contributions"),
    noise: () => ({
      scale: program.read("noiseScale"),
      degreesOfFreedom: program.read("degreesOfFreedom")[0]!,
    }),
    drawMean: (stream) => {
      const expected = program.read("mean");
      if (!hasEffects) return expected;
      const scale = program.read("timeEffectSpread")[0]!;
      const effects = Float64Array.from({ length: periods }, () => scale * drawNormal(stream));
      return expected.map((value, i) => value + effects[i % periods]! * ofSize[Math.floor(i / periods)]!);
    },
  };
}

/** Every expression that is read, in natural units but for the spread of time effects. */
function futureOutputs(
  dataset: Dataset,
  spec: ModelSpec,
  { whole }: ExtendedMarket,
  terms: ModelTerms,
): Readonly<Record<string, Expression>> {
  const { scaling, noise } = terms;
  const seen = dataset.periods.length;
  const size = { cells: dataset.cells.length, periods: whole.periods.length - seen };
  const [cell, time] = [axis("cell", size.cells), axis("time", size.periods)];
  const ofCells = (unit: number): Expression =>
    constant(
      scaling.size.map((own) => own * unit),
      [cell],
    );
  const units = ofCells(scaling.kpi);
  const before = (dataset.historyPeriods?.length ?? 0) + seen;
  const media = mediaContributions(whole, terms, { before, periods: size.periods });
  const columns = futureColumns(terms.baseline.columns, dataset, whole, spec, scaling);
  const baseline = sumColumns({ ...terms.baseline, columns }, [...columns.keys()], size);
  const scaled = arrange(add(sum(media, ["channel"]), baseline), [cell, time]);
  const spread = terms.baseline.blocks.find(({ name }) => name === "time_effect_spread");
  return {
    mean: add(multiply(scaled, units), ofCells(scaling.kpiCenter)),
    contributions: multiply(media, units),
    noiseScale: multiply(arrange(noise.scale, [cell]), units),
    degreesOfFreedom: noise.degreesOfFreedom ?? constant(Infinity),
    ...(spread && { timeEffectSpread: spread.value }),
  };
}

/** [channel, cell, time] scaled, channels in the order of the dataset. */
function mediaContributions(
  whole: Dataset,
  { media, scaling }: ModelTerms,
  window: { readonly before: number; readonly periods: number },
): Expression {
  const axes = [axis("cell", whole.cells.length), axis("time", window.periods)];
  const rows = whole.channels.map((_, index) => {
    const { group, contributionOf } = media.find((term) => term.group.indices.includes(index))!;
    const given = constant(scaledMedia(whole, scaling, group), mediaAxes(group, whole));
    return arrange(at(contributionOf(given, window), "channel", group.indices.indexOf(index)), axes);
  });
  return stack(rows, axis("channel", rows.length));
}
