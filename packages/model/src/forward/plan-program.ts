/** The program behind a response surface: the model's media terms with the media of a plan as what is differentiated. */

import {
  axis,
  compile,
  concatenate,
  constant,
  elementCount,
  type Expression,
  input,
  multiply,
  type Program,
  stack,
  at,
  sum,
} from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import type { Scaling } from "../scaling.js";
import { mediaResponse } from "../terms/media-response.js";
import type { MediaTerm } from "../terms/media-term.js";
import type { ModelTerms } from "../terms/model-terms.js";
import type { PlanningWindow } from "./planning-window.js";

/** Asks the media terms about plans. */
export interface PlanProgram {
  /** [channel × cell × period of the window] where the media of a plan stand in a position of the program. */
  readonly places: Int32Array;
  /** [channel × cell × period] the program's own media per unit of the channel's media. */
  readonly scale: Float64Array;
  /** What the program must be given of a position of the sampler; to be found once per draw. */
  readonly inputsOf: (position: Float64Array) => DrawInputs;
  /** Makes the program speak for a draw. */
  readonly setDraw: (inputs: DrawInputs) => void;
  /** Outcomes of media, with the gradient. */
  readonly program: Program<"total" | "outcome" | "perPeriod">;
}

/** Inputs of the program by name. */
export type DrawInputs = readonly { readonly name: string; readonly values: Float64Array }[];

/** One group with what its program needs. */
interface PlannedGroup {
  readonly term: MediaTerm;
  readonly media: Expression;
  readonly coefficient: Expression;
  /** [channel, cell, period of window and tail] money or KPI, in natural units. */
  readonly outcome: Expression;
}

/**
 * Compiles the outcome of a plan. The terms are the model's own (`mediaResponse`), over time that begins with the media before the
 * window and ends with a tail without media; coefficients come from the terms of the data, because a belief about ROI ties them to
 * what happened.
 */
export function planProgram(dataset: Dataset, terms: ModelTerms, window: PlanningWindow): PlanProgram {
  const groups = terms.media.map((term, index) => plannedGroup(dataset, terms, term, index, window));
  const perPeriod = channelsOf(dataset, groups);
  const outcome = sum(perPeriod, ["time"]);
  const program = compile<"total" | "outcome" | "perPeriod">({
    outputs: { total: sum(outcome), outcome, perPeriod },
    variables: groups.map(({ media }) => media),
    differentiate: "total",
  });
  return {
    ...layoutOf(dataset, terms.scaling, groups, window),
    inputsOf: inputReader(terms, groups),
    setDraw: (inputs) => {
      for (const { name, values } of inputs) program.setInput(name, values);
    },
    program,
  };
}

function plannedGroup(
  dataset: Dataset,
  terms: ModelTerms,
  term: MediaTerm,
  index: number,
  window: PlanningWindow,
): PlannedGroup {
  const { panel, scaling } = terms;
  const { group } = term;
  const [channel, cell] = [axis("channel", group.indices.length), axis("cell", dataset.cells.length)];
  const timed = (count: number) => [channel, cell, axis("time", count)];
  const silence = new Float64Array(group.indices.length * dataset.cells.length * window.tail);
  const media = input(`plan ${index}`, timed(window.periods.length));
  const parts = [
    ...(window.history > 0
      ? [constant(scaledHistory(dataset, scaling, group.indices, window), timed(window.history))]
      : []),
    media,
    ...(window.tail > 0 ? [constant(silence, timed(window.tail))] : []),
  ];
  const length = window.periods.length + window.tail;
  const names = (count: number): readonly string[] => Array.from({ length: count }, (_, t) => String(t));
  const around = { ...dataset, historyPeriods: names(window.history), periods: names(length) };
  const response = mediaResponse(around, panel, scaling, group);
  const coefficient = input(`coefficient ${index}`, term.coefficient.axes);
  const contribution = multiply(coefficient, response.apply(concatenate(parts, "time")));
  const units = window.worth.map((value, k) => value * scaling.kpi * scaling.size[Math.floor(k / length)]!);
  const worth = constant(units, [cell, axis("time", length)]);
  return { term, media, coefficient, outcome: multiply(contribution, worth) };
}

/** [channel × cell × history] the media just before the window, scaled. */
function scaledHistory(
  dataset: Dataset,
  { media, size }: Scaling,
  indices: readonly number[],
  { before, history }: PlanningWindow,
): Float64Array {
  const values = indices.flatMap((i) =>
    dataset.cells.flatMap((_, g) =>
      Array.from({ length: history }, (_, t) => before[i]![g * history + t]! / (media[i]! * size[g]!)),
    ),
  );
  return Float64Array.from(values);
}

/** [channel, cell, time] with channels in the order of the dataset. */
function channelsOf(dataset: Dataset, groups: readonly PlannedGroup[]): Expression {
  if (groups.length === 1) return groups[0]!.outcome;
  const rows = dataset.channels.map((_, index) => {
    const own = groups.find(({ term }) => term.group.indices.includes(index))!;
    return at(own.outcome, "channel", own.term.group.indices.indexOf(index));
  });
  return stack(rows, axis("channel", rows.length));
}

function layoutOf(
  { channels, cells }: Dataset,
  { media, size }: Scaling,
  groups: readonly PlannedGroup[],
  { periods }: PlanningWindow,
): Pick<PlanProgram, "places" | "scale"> {
  const each = cells.length * periods.length;
  const places = new Int32Array(channels.length * each);
  const scale = new Float64Array(channels.length * each);
  let offset = 0;
  for (const { term } of groups) {
    for (const channel of term.group.indices) {
      for (let k = 0; k < each; k++) {
        places[channel * each + k] = offset++;
        scale[channel * each + k] = 1 / (media[channel]! * size[Math.floor(k / periods.length)]!);
      }
    }
  }
  return { places, scale };
}

/** What a position says of transforms, as it stands, and the coefficients that follow from it. */
function inputReader(terms: ModelTerms, groups: readonly PlannedGroup[]): PlanProgram["inputsOf"] {
  const names = groups.map((_, index) => `coefficient ${index}`);
  const coefficients = compile({
    outputs: Object.fromEntries(groups.map(({ term }, index) => [names[index]!, term.coefficient])),
    variables: terms.variables,
  });
  const wanted = new Set(groups.flatMap(({ term }) => transformInputs(term)));
  let offset = terms.pinnedCount;
  const slices = terms.blocks.flatMap(({ unconstrained }) => {
    const [from, size] = [offset, elementCount(unconstrained.axes)];
    offset += size;
    const name = String(unconstrained.attributes["name"]);
    return wanted.has(name) ? [{ name, from, to: from + size }] : [];
  });
  return (position) => {
    coefficients.evaluate(position);
    return [
      ...names.map((name) => ({ name, values: coefficients.read(name) })),
      ...slices.map(({ name, from, to }) => ({ name, values: position.subarray(from, to) })),
    ];
  };
}

/** Names of the inputs that a term's transforms are made of. */
function transformInputs({ responseBlocks }: MediaTerm): readonly string[] {
  return responseBlocks.map(({ unconstrained }) => String(unconstrained.attributes["name"]));
}
