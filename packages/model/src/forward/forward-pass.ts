/** The forward pass: from one unconstrained position to everything the model says about it, in natural units. */

import {
  add,
  arrange,
  at,
  axis,
  compile,
  constant,
  type Expression,
  input,
  multiply,
  type Program,
  stack,
} from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { log, type RandomStream } from "@mmm/numerics";
import { mediaValues } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { sumColumns } from "../terms/baseline-term.js";
import type { PanelSize } from "../terms/column-space.js";
import { mediaAxes, type ModelTerms, modelTerms, scaledMedia } from "../terms/model-terms.js";
import { type BaselineName, baselineNames } from "./baseline-names.js";
import { drawPrior, priorOutputs } from "./draw-prior.js";
import { listQuantities, type Quantity } from "./quantities.js";

/** Everything that can be read after `evaluate`. */
export interface ForwardPass {
  /** Parameters and quantities derived from them (`roi`, `coefficient`), as they stand in the draws. */
  readonly quantities: readonly Quantity[];
  /** Names of the baseline's parts: `"intercept"`, `"trend"`, `"seasonality"`. */
  readonly baselineParts: readonly string[];
  /** Computes everything at an unconstrained position. */
  readonly evaluate: (position: Float64Array) => void;
  /** [elements] a quantity of `quantities`, in natural units. */
  readonly quantity: (name: string) => Float64Array;
  /** [cell × time] expected KPI. */
  readonly mean: () => Float64Array;
  /** [channel × cell × time] contribution of each channel, in KPI units. */
  readonly contributions: () => Float64Array;
  /** [cell × time] one part of the baseline, in KPI units. */
  readonly baseline: (part: string) => Float64Array;
  /** [control × cell × time] what each control moved the KPI by; empty without controls. */
  readonly controls: () => Float64Array;
  /** [cell × time] log density of each KPI, in natural units. */
  readonly logLikelihood: () => Float64Array;
  readonly logPrior: () => number;
  /** [cell] scale of the noise in KPI units, and its degrees of freedom (`Infinity` when normal). */
  readonly noise: () => { readonly scale: Float64Array; readonly degreesOfFreedom: number };
  /** Replaces every channel's media by these natural values ([cell × time] per channel); without arguments, the data again. */
  readonly setMedia: (media?: readonly Float64Array[]) => void;
  /** Draws an unconstrained position from the prior; with the media of the data. */
  readonly drawPrior: (stream: RandomStream) => Float64Array;
}

/**
 * Compiles the forward pass of a spec for a dataset.
 *
 * @param dataset  as given to `compileModel`
 * @param spec     as given to `compileModel`
 * @returns        the pass; it remembers the media that were set and the position that was evaluated last
 * @example
 * import { randomStream } from "@mmm/numerics";
 * const forward = compileForwardPass(exampleDataset(), parseModelSpec({}));
 * forward.evaluate(forward.drawPrior(randomStream(1)));
 * forward.mean().length === exampleDataset().periods.length; // => true
 */
export function compileForwardPass(dataset: Dataset, spec: ModelSpec): ForwardPass {
  const terms = modelTerms(dataset, spec, (group, index) =>
    input(mediaInput(index), mediaAxes(group, dataset)),
  );
  const quantities = listQuantities(dataset, spec, terms);
  const parts = baselineNames(terms);
  const outputs = listOutputs(dataset, terms, quantities, parts);
  const program = compile({ outputs, variables: terms.variables });
  const setMedia = mediaSetter(dataset, terms, program);
  setMedia();
  const logUnits = terms.scaling.size.map((size) => log(size * terms.scaling.kpi));
  const periods = dataset.periods.length;
  return {
    quantities,
    baselineParts: parts,
    evaluate: (position) => void program.evaluate(position),
    quantity: (name) => program.read(`quantity ${name}`),
    mean: () => program.read("mean"),
    contributions: () => program.read("contributions"),
    baseline: (part) => program.read(`part ${part}`),
    controls: () => (dataset.controls.length > 0 ? program.read("part control") : new Float64Array(0)),
    logLikelihood: () =>
      program.read("logLikelihood").map((value, i) => value - logUnits[Math.floor(i / periods)]!),
    logPrior: () => program.read("logPrior")[0]!,
    noise: () => ({
      scale: program.read("noiseScale"),
      degreesOfFreedom: program.read("degreesOfFreedom")[0]!,
    }),
    setMedia,
    drawPrior: (stream) => drawPrior(terms, program, stream),
  };
}

/** Every expression that can be read, in natural units, under its name. */
function listOutputs(
  dataset: Dataset,
  terms: ModelTerms,
  quantities: ReturnType<typeof listQuantities>,
  parts: readonly BaselineName[],
): Readonly<Record<string, Expression>> {
  const { scaling } = terms;
  const size = { cells: dataset.cells.length, periods: dataset.periods.length };
  const [cell, time] = [axis("cell", size.cells), axis("time", size.periods)];
  const units = constant(
    scaling.size.map((own) => own * scaling.kpi),
    [cell],
  );
  const natural = (x: Expression): Expression => multiply(arrange(x, [cell, time]), units);
  const level = constant(
    scaling.size.map((own) => own * scaling.kpiCenter),
    [cell],
  );
  const onLevel = (x: Expression): Expression => (scaling.kpiCenter === 0 ? x : add(x, level));
  const outputs: Record<string, Expression> = {
    mean: onLevel(natural(terms.mean)),
    contributions: multiply(contributionsOf(dataset, terms), units),
    logLikelihood: terms.noise.logLikelihood,
    logPrior: terms.logPrior,
    ...priorOutputs(terms),
    noiseScale: multiply(arrange(terms.noise.scale, [cell]), units),
    degreesOfFreedom: terms.noise.degreesOfFreedom ?? constant(Infinity),
  };
  for (const part of parts) {
    const effect = natural(partEffect(terms, part, size));
    outputs[`part ${part}`] = part === "intercept" ? onLevel(effect) : effect;
  }
  if (dataset.controls.length > 0) outputs["part control"] = controlEffects(terms, size, natural);
  for (const { name, expression } of quantities) outputs[`quantity ${name}`] = expression;
  return outputs;
}

/** [cell, time], or [time] where cells are alike: what a part of the baseline adds, scaled. */
function partEffect({ baseline }: ModelTerms, part: BaselineName, size: PanelSize): Expression {
  if (part === "time effects") return baseline.timeEffects!;
  const indices = baseline.columns.flatMap((column, i) => (column.part === part ? [i] : []));
  return sumColumns(baseline, indices, size);
}

/** [control, cell, time] in natural units. */
function controlEffects(
  { baseline }: ModelTerms,
  size: PanelSize,
  natural: (x: Expression) => Expression,
): Expression {
  const indices = baseline.columns.flatMap(({ part }, i) => (part === "control" ? [i] : []));
  return stack(
    indices.map((i) => natural(sumColumns(baseline, [i], size))),
    axis("control", indices.length),
  );
}

/** [channel, cell, time] scaled, channels in the order of the dataset, whichever group computed them. */
function contributionsOf(dataset: Dataset, { media }: ModelTerms): Expression {
  const [first] = media;
  if (media.length === 1) return first!.contribution;
  const rows = dataset.channels.map((_, index) => {
    const term = media.find(({ group }) => group.indices.includes(index))!;
    return at(term.contribution, "channel", term.group.indices.indexOf(index));
  });
  return stack(rows, axis("channel", rows.length));
}

/** Name of the input that holds the media of a group. */
function mediaInput(index: number): string {
  return `media ${index}`;
}

function mediaSetter(dataset: Dataset, terms: ModelTerms, program: Program): ForwardPass["setMedia"] {
  return (media = dataset.channels.map(mediaValues)) => {
    // The media of the window take the place of what stood there; the history before it stays.
    const channels = dataset.channels.map((channel, i) =>
      channel.exposure === undefined
        ? { ...channel, spend: media[i]! }
        : { ...channel, exposure: { ...channel.exposure, values: media[i]! } },
    );
    terms.media.forEach(({ group }, index) =>
      program.setInput(mediaInput(index), scaledMedia({ ...dataset, channels }, terms.scaling, group)),
    );
  };
}
