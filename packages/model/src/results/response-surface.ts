/** ResponseSurface: what any plan of spend would bring, draw by draw, with its gradient. */

import { type Issue, makeIssue, throwIfErrors } from "@mmm/data";
import type { Fit } from "../fit/fit.js";
import { type DrawInputs, planProgram, type PlanProgram } from "../forward/plan-program.js";
import { type MediaCosts, type PlanningWindow, planningWindow } from "../forward/planning-window.js";
import { replayPositions } from "../forward/replay.js";
import { modelTerms } from "../terms/model-terms.js";
import { requireTrust } from "./require-trust.js";

/**
 * Incremental outcome of media as a function of spend by channel, cell and period of a window. Effects of channels and cells add
 * up, so the outcome is told for each of them: it depends on that channel's spend in that cell alone. What spend before the
 * window still does inside it is part of the curve (it takes up room under saturation) but not of the outcome; what spend
 * inside the window does after it counts. No spend brings 0.
 */
export interface ResponseSurface {
  readonly channels: readonly string[];
  readonly cells: readonly string[];
  /** Periods of the window, by the date of their first day. */
  readonly periods: readonly string[];
  /** Number of posterior draws. */
  readonly draws: number;
  /** What outcome is counted in: `"money"` where the KPI's revenue is known, otherwise `"KPI"`. */
  readonly unit: "money" | "KPI";
  /** [channel × cell × period] today's plan: what was spent in the window. */
  readonly spend: Float64Array;
  /** [channel × cell] the largest spend of one period that the data show; beyond it a response is an extrapolation. */
  readonly largestSpend: Float64Array;
  /**
   * The outcome of a plan by one draw.
   *
   * @param draw      index, from 0
   * @param spend     [channel × cell × period] ≥ 0
   * @param outcome   [channel × cell] overwritten
   * @param gradient  [channel × cell × period] overwritten: ∂outcome[channel, cell] / ∂spend[channel, cell, period]
   */
  readonly evaluate: (
    draw: number,
    spend: Float64Array,
    outcome: Float64Array,
    gradient: Float64Array,
  ) => void;
}

/** Which window, which draws, and how media are bought. */
export interface ResponseSurfaceOptions {
  /** Number of periods, the last of the data. Default: those of 52 weeks, or all where there are fewer. */
  readonly periods?: number;
  /** At most so many draws, evenly spaced. Default 1000, which fix a 5 % quantile to within a percentage point. */
  readonly draws?: number;
  /**
   * Periods after the window in which effects are counted. Default: as many as leave less than a thousandth of any channel's effect
   * uncounted, at most 104.
   */
  readonly tail?: number;
  /** Periods before the window whose media are taken into account, as far as they are known. Default: as many as the default tail. */
  readonly history?: number;
  /**
   * What a unit of money buys: in each period what it bought then (default, so that today's plan is exactly what was), or in all
   * periods what it bought on average, which is right where the plan may move money between periods.
   */
  readonly costs?: MediaCosts;
  /**
   * One draw instead of all: the mean of the draws' coefficients, and of the parameters of adstock and saturation as they are sampled
   * (log, logit). It is what tools of point estimates decide by, to compare with; a decision wants the draws. Default false.
   */
  readonly pointEstimate?: boolean;
  /** Speak although the verdict failed. The numbers may be wrong. Default false. */
  readonly evenIfUntrustworthy?: boolean;
}

const usualDraws = 1000;
const longestTail = 104;
/** Share of an effect that may come later than what is counted. */
const uncounted = 1e-3;
/** Share of the largest spend that stands for the first unit of money; what it brings is far below rounding of a plan. */
const firstUnit = 1e-12;
/** Draws by which the tail is chosen. */
const probes = 20;

/**
 * The response surface of a fit.
 *
 * Definition, per draw: Σ over the window and its tail of each channel's contribution in each cell under the plan's media, less the
 * same without media in the window; media before the window as they were. Money where revenue per KPI is known (after the window
 * that of its last period), otherwise KPI. It is compiled from the model's own media terms and differentiated with respect to media.
 *
 * Assumes what `contributions` assumes, and that exposure costs what it cost in the window. Exposure that no money paid for is no
 * part of a plan.
 *
 * @param fit      a fit
 * @param options  window, draws, tail, costs
 * @returns        the surface; it keeps one program and is not to be shared between threads
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} `surface.wrong-window`
 * @example
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 20 });
 * const outcome = new Float64Array(surface.channels.length);
 * surface.evaluate(0, surface.spend, outcome, new Float64Array(surface.spend.length));
 * outcome.every((value) => value > 0); // => true
 */
export function responseSurface(fit: Fit, options: ResponseSurfaceOptions = {}): ResponseSurface {
  requireTrust("responseSurface", fit, options);
  const { dataset, spec } = fit;
  const count = options.periods ?? Math.min(dataset.periods.length, periodsPerYear(dataset.periodDays));
  throwIfErrors(checkWindow(count, dataset.periods.length, options));
  const { costs = "period" } = options;
  const first = dataset.periods.length - count;
  const terms = modelTerms(dataset, spec);
  const positions = replayPositions(fit, options.draws ?? usualDraws);
  const make = (tail: number, history: number) => {
    const window = planningWindow(dataset, first, count, { history, tail, costs });
    return { window, plan: planProgram(dataset, terms, window) };
  };
  const isTold = options.tail !== undefined && options.history !== undefined;
  const memory = isTold
    ? 0
    : memoryOf(make(longestTail, longestTail), spaced(positions, probes), dataset.cells.length);
  const { window, plan } = make(options.tail ?? memory, options.history ?? memory);
  const { channels, cells, kpi } = dataset;
  const drawn = options.pointEstimate
    ? [() => meanInputs(positions.map(plan.inputsOf))]
    : positions.map((position) => () => plan.inputsOf(position));
  return {
    channels: channels.map(({ name }) => name),
    cells,
    periods: window.periods,
    draws: drawn.length,
    unit: kpi.revenuePerKpi === undefined ? "KPI" : "money",
    spend: window.spend,
    largestSpend: window.largestSpend,
    evaluate: evaluator(plan, window, drawn),
  };
}

/** The mean of each input over the draws. */
function meanInputs(all: readonly DrawInputs[]): DrawInputs {
  return all[0]!.map(({ name, values }, i) => ({
    name,
    values: values.map((_, k) => all.reduce((total, own) => total + own[i]!.values[k]!, 0) / all.length),
  }));
}

function periodsPerYear(periodDays: Fit["dataset"]["periodDays"]): number {
  return typeof periodDays === "number" ? Math.round(364 / periodDays) : 12;
}

function evaluator(
  { program, places, scale, setDraw }: PlanProgram,
  { mediaPerSpend, largestSpend, periods }: PlanningWindow,
  drawn: readonly (() => DrawInputs)[],
): ResponseSurface["evaluate"] {
  const media = new Float64Array(places.length);
  const slope = new Float64Array(places.length);
  // The slope of a saturation at exactly 0 is that of nothing at all; what is asked for is that of the first unit.
  const least = Float64Array.from(places, (_, k) => {
    const largest = largestSpend[Math.floor(k / periods.length)]!;
    return firstUnit * (largest > 0 ? largest : 1);
  });
  // What the program's media are per unit of money.
  const perSpend = scale.map((own, k) => own * mediaPerSpend[k]!);
  /** What is the same for every plan: found when a draw is first asked. */
  const known = new Map<number, { readonly inputs: DrawInputs; readonly silent: Float64Array }>();
  const begin = (draw: number) => {
    const inputs = drawn[draw]!();
    setDraw(inputs);
    for (let k = 0; k < places.length; k++) media[places[k]!] = least[k]! * perSpend[k]!;
    const found = { inputs, silent: program.evaluate(media).read("outcome") };
    known.set(draw, found);
    return found;
  };
  let current = -1;
  return (draw, spend, outcome, gradient) => {
    const { inputs, silent } = known.get(draw) ?? begin(draw);
    if (draw !== current) setDraw(inputs);
    current = draw;
    for (let k = 0; k < places.length; k++) media[places[k]!] = Math.max(spend[k]!, least[k]!) * perSpend[k]!;
    program.evaluateGradient(media, slope);
    const reached = program.read("outcome");
    for (let i = 0; i < outcome.length; i++) outcome[i] = reached[i]! - silent[i]!;
    for (let k = 0; k < places.length; k++) gradient[k] = slope[places[k]!]! * perSpend[k]!;
  };
}

/** How long media work: the shortest tail after which no channel has more than a thousandth of its effect still to come, on average over draws. */
function memoryOf(
  { window, plan }: { readonly window: PlanningWindow; readonly plan: PlanProgram },
  positions: readonly Float64Array[],
  cells: number,
): number {
  const { program, places, scale, inputsOf, setDraw } = plan;
  const length = window.periods.length + window.tail;
  const channels = places.length / (cells * window.periods.length);
  const effects = Array.from({ length: channels }, () => new Float64Array(length));
  const media = new Float64Array(places.length);
  for (const position of positions) {
    setDraw(inputsOf(position));
    const base = program.evaluate(media.fill(0)).read("perPeriod");
    window.spend.forEach((spent, k) => (media[places[k]!] = spent * scale[k]! * window.mediaPerSpend[k]!));
    const reached = program.evaluate(media).read("perPeriod");
    reached.forEach((value, k) => {
      const own = effects[Math.floor(k / (cells * length))]!;
      own[k % length] = own[k % length]! + Math.abs(value - base[k]!);
    });
  }
  return Math.max(...effects.map((own) => lastOf(own, window.periods.length)));
}

/** Periods after the window within which all but the uncounted share of an effect lies. */
function lastOf(effect: Float64Array, window: number): number {
  const all = effect.reduce((sum, value) => sum + value, 0);
  let left = 0;
  let length = effect.length;
  while (length > window && left + effect[length - 1]! <= uncounted * all) left += effect[--length]!;
  return length - window;
}

function spaced(positions: readonly Float64Array[], count: number): readonly Float64Array[] {
  const step = Math.max(1, Math.floor(positions.length / count));
  return positions.filter((_, i) => i % step === 0);
}

function checkWindow(
  count: number,
  periods: number,
  { tail = 0, history = 0, draws = 1 }: ResponseSurfaceOptions,
): readonly Issue[] {
  const faulty = (
    value: number,
    least: number,
    most: number,
    path: string,
    rule: string,
  ): readonly Issue[] =>
    Number.isInteger(value) && value >= least && value <= most
      ? []
      : [
          makeIssue({
            code: "surface.wrong-window",
            place: { path: `responseSurface.${path}` },
            ...{ rule, got: String(value), advice: "Change the number." },
          }),
        ];
  return [
    ...faulty(count, 1, periods, "periods", `must be a whole number from 1 to ${periods}`),
    ...faulty(tail, 0, Infinity, "tail", "must be a whole number ≥ 0"),
    ...faulty(history, 0, Infinity, "history", "must be a whole number ≥ 0"),
    ...faulty(draws, 1, Infinity, "draws", "must be a whole number ≥ 1"),
  ];
}
