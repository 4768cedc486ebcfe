/** The forward pass: from one unconstrained position to everything the model says about it, in natural units. */

import { compile, constant, type Expression, input, multiply, type Program } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { log, type RandomStream } from "@mmm/numerics";
import { mediaValues } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { partOf } from "../terms/baseline-term.js";
import { mediaAxes, type ModelTerms, modelTerms, scaledMedia } from "../terms/model-terms.js";
import { drawPrior, priorShifts } from "./draw-prior.js";
import { baselineParts, byChannel, listQuantities, type Quantity } from "./quantities.js";

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
  const quantities = listQuantities(dataset, terms);
  const parts = baselineParts(terms);
  const outputs = listOutputs(dataset, terms, quantities);
  const program = compile({ outputs, variables: terms.variables });
  const setMedia = mediaSetter(dataset, terms, program);
  setMedia();
  const logKpi = log(terms.scaling.kpi);
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

/** Every expression that can be read, in natural units, under its name. */
function listOutputs(
  dataset: Dataset,
  terms: ModelTerms,
  quantities: ReturnType<typeof listQuantities>,
): Readonly<Record<string, Expression>> {
  const natural = (x: Expression): Expression => multiply(x, terms.scaling.kpi);
  const outputs: Record<string, Expression> = {
    mean: natural(terms.mean),
    contributions: natural(byChannel(dataset, terms.media, ({ contribution }) => contribution)),
    logLikelihood: terms.noise.logLikelihood,
    logPrior: terms.logPrior,
    ...priorShifts(terms),
    noiseScale: natural(terms.noise.scale),
    degreesOfFreedom: terms.noise.degreesOfFreedom ?? constant(Infinity),
  };
  for (const part of baselineParts(terms))
    outputs[`part ${part}`] = natural(partOf(terms.baseline, part).effect);
  for (const { name, expression } of quantities) outputs[`quantity ${name}`] = expression;
  return outputs;
}

function sumRows(values: Float64Array, length: number): Float64Array {
  const sums = new Float64Array(length);
  values.forEach((value, i) => (sums[i % length] = sums[i % length]! + value));
  return sums;
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
