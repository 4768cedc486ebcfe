/** The forward pass: from one unconstrained position to everything the model says about it, in natural units. */

import {
  at,
  compile,
  constant,
  elementCount,
  type Expression,
  input,
  multiply,
  type Program,
  stack,
} from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { log, type RandomStream } from "@mmm/numerics";
import { type NamedAxis, naturalValue, type ParameterBlock } from "../parameters/parameter-block.js";
import { mediaValues } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { type BaselinePart, partAxes } from "../terms/baseline-columns.js";
import { partOf } from "../terms/baseline-term.js";
import type { MediaTerm } from "../terms/media-term.js";
import { mediaAxes, type ModelTerms, modelTerms, scaledMedia } from "../terms/model-terms.js";

/** A parameter or derived quantity that every position has. */
export interface Quantity {
  readonly name: string;
  readonly axes: readonly NamedAxis[];
}

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
  /** [time] expected KPI. */
  readonly mean: () => Float64Array;
  /** [channel × time] contribution of each channel, in KPI units. */
  readonly contributions: () => Float64Array;
  /** [time] one part of the baseline, in KPI units. */
  readonly baseline: (part: string) => Float64Array;
  /** [control × time] what each control moved the KPI by; empty without controls. */
  readonly controls: () => Float64Array;
  /** [time] log density of each period's KPI, in natural units. */
  readonly logLikelihood: () => Float64Array;
  readonly logPrior: () => number;
  /** Scale of the noise in KPI units, and its degrees of freedom (`Infinity` when normal). */
  readonly noise: () => { readonly scale: number; readonly degreesOfFreedom: number };
  /** Replaces every channel's media by these natural values ([time] per channel); without arguments, the data again. */
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
  const { kpi } = terms.scaling;
  const quantities = listQuantities(dataset, terms);
  const parts = baselineParts(terms);
  const natural = (x: Expression): Expression => multiply(x, kpi);
  const outputs: Record<string, Expression> = {
    mean: natural(terms.mean),
    contributions: natural(byChannel(dataset, terms.media, ({ contribution }) => contribution)),
    logLikelihood: terms.noise.logLikelihood,
    logPrior: terms.logPrior,
    "shift of the baseline": terms.baseline.shift,
    noiseScale: natural(terms.noise.scale),
    degreesOfFreedom: terms.noise.degreesOfFreedom ?? constant(Infinity),
  };
  for (const part of parts) outputs[`part ${part}`] = natural(partOf(terms.baseline, part).effect);
  terms.blocks.forEach(({ shift }, i) => shift !== undefined && (outputs[`shift ${i}`] = shift));
  for (const { name, expression } of quantities) outputs[`quantity ${name}`] = expression;
  const program = compile({ outputs, variables: terms.variables });
  const setMedia = mediaSetter(dataset, terms, program);
  setMedia();
  const logKpi = log(kpi);
  const periods = dataset.periods.length;
  return {
    quantities,
    baselineParts: parts.filter((part) => part !== "control"),
    evaluate: (position) => void program.evaluate(position),
    quantity: (name) => program.read(`quantity ${name}`),
    mean: () => program.read("mean"),
    contributions: () => program.read("contributions"),
    baseline: (part) => sumRows(program.read(`part ${part}`), periods),
    controls: () => (parts.includes("control") ? program.read("part control") : new Float64Array(0)),
    logLikelihood: () => program.read("logLikelihood").map((value) => value - logKpi),
    logPrior: () => program.read("logPrior")[0]!,
    noise: () => ({
      scale: program.read("noiseScale")[0]!,
      degreesOfFreedom: program.read("degreesOfFreedom")[0]!,
    }),
    setMedia,
    drawPrior: (stream) => drawPrior(terms, program, stream),
  };
}

/** The parts that a baseline has, in the order in which they are shown. */
function baselineParts({ baseline }: ModelTerms): readonly BaselinePart[] {
  return [...new Set(baseline.columns.map(({ part }) => part))];
}

function sumRows(values: Float64Array, length: number): Float64Array {
  const sums = new Float64Array(length);
  values.forEach((value, i) => (sums[i % length] = sums[i % length]! + value));
  return sums;
}

/** Parameters from their priors, in order, because a shift depends on those before; then θ, which depends on all media. */
function drawPrior(terms: ModelTerms, program: Program, stream: RandomStream): Float64Array {
  const position = new Float64Array(program.dimension);
  let start = elementCount(terms.baseline.theta.axes);
  terms.blocks.forEach((block, i) => {
    const drawn = block.drawPrior(stream.split(block.name, start));
    const shift = block.shift === undefined ? undefined : program.evaluate(position).read(`shift ${i}`);
    position.set(shift === undefined ? drawn : drawn.map((value, k) => value + shift[k]!), start);
    start += drawn.length;
  });
  const shift = program.evaluate(position).read("shift of the baseline");
  position.set(terms.baseline.drawTheta(stream.split("baseline"), shift), 0);
  return position;
}

/** Name of the input that holds the media of a group. */
function mediaInput(index: number): string {
  return `media ${index}`;
}

function mediaSetter(dataset: Dataset, terms: ModelTerms, program: Program): ForwardPass["setMedia"] {
  return (media = dataset.channels.map(mediaValues)) => {
    const channels = dataset.channels.map((channel, i) => ({
      ...channel,
      exposure: { name: "media", values: media[i]! },
    }));
    terms.media.forEach(({ group }, index) =>
      program.setInput(mediaInput(index), scaledMedia({ ...dataset, channels }, terms.scaling, group)),
    );
  };
}

/** One row per channel in the order of the dataset, whichever group computed it. */
function byChannel(
  dataset: Dataset,
  terms: readonly MediaTerm[],
  of: (term: MediaTerm) => Expression,
): Expression {
  if (terms.length === 1) return of(terms[0]!);
  const rows = dataset.channels.map((_, index) => {
    const term = terms.find(({ group }) => group.indices.includes(index))!;
    return at(of(term), "channel", term.group.indices.indexOf(index));
  });
  return stack(rows, { name: "channel", size: rows.length });
}

type Computed = Quantity & { readonly expression: Expression };

/** The baseline's coefficients, the other parameters with blocks of one name merged, then what is derived from them. */
function listQuantities(dataset: Dataset, terms: ModelTerms): readonly Computed[] {
  const others = terms.blocks.filter((block) => !terms.baseline.ownBlocks.includes(block));
  const names = [...new Set(others.map(({ name }) => name))];
  const sampled = names.map((name) =>
    mergeBlocks(
      others.filter((block) => block.name === name),
      dataset,
    ),
  );
  const axes = [{ name: "channel", coordinates: dataset.channels.map(({ name }) => name) }];
  const coefficient = byChannel(dataset, terms.media, (term) => term.coefficient);
  return [
    ...baselineParts(terms).map((part) => partQuantity(terms, part)),
    ...sampled.filter(({ name }) => name !== "coefficient" && name !== "roi"),
    { name: "coefficient", axes, expression: multiply(coefficient, terms.scaling.kpi) },
    { name: "roi", axes, expression: byChannel(dataset, terms.media, ({ roi }) => roi) },
  ];
}

/** The coefficients of one part of the baseline in natural units. */
function partQuantity(terms: ModelTerms, part: BaselinePart): Computed {
  const { columns, coefficient } = partOf(terms.baseline, part);
  const factors = columns.map(({ naturalScale }) => naturalScale);
  const axisName = partAxes[part];
  const axes =
    axisName === undefined
      ? []
      : [{ name: axisName, coordinates: columns.map((column) => column.coordinate!) }];
  return { name: part, axes, expression: multiply(coefficient, constant(factors, coefficient.axes)) };
}

/** Blocks of one name along their one axis; channels in the order of the dataset. */
function mergeBlocks(blocks: readonly ParameterBlock[], dataset: Dataset): Computed {
  const [first] = blocks;
  if (blocks.length === 1) return { name: first!.name, axes: first!.axes, expression: naturalValue(first!) };
  const axisName = first!.axes[0]!.name;
  const rows = blocks.flatMap((block) =>
    block.axes[0]!.coordinates.map((coordinate, i) => ({
      coordinate,
      row: at(naturalValue(block), axisName, i),
    })),
  );
  const order = dataset.channels.map(({ name }) => name);
  if (axisName === "channel") rows.sort((a, b) => order.indexOf(a.coordinate) - order.indexOf(b.coordinate));
  return {
    name: first!.name,
    axes: [{ name: axisName, coordinates: rows.map(({ coordinate }) => coordinate) }],
    expression: stack(
      rows.map(({ row }) => row),
      { name: axisName, size: rows.length },
    ),
  };
}
