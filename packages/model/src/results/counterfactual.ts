/** Counterfactual: what would have been sold with other media or other controls. */

import { mean } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import { compileForwardPass, type ForwardPass } from "../forward/forward-pass.js";
import { type ChangedMarket, changeMarket, type MarketChange } from "../forward/market-change.js";
import { replayPositions } from "../forward/replay.js";
import { makeScaling } from "../scaling.js";
import { seenDataset } from "../terms/seen-dataset.js";
import type { ResultOptions } from "./estimate.js";
import { type Outcome, type OutcomeDraws, outcomeDraws, outcomeOf } from "./outcome.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/** The market under a change beside the market as it was. */
export interface Counterfactual {
  /** Expected KPI as it was. */
  readonly today: Outcome;
  /** Expected KPI under the change. */
  readonly changed: Outcome;
  /** Changed minus today, draw by draw. */
  readonly difference: Outcome;
  /** Probability that the difference is above 0. */
  readonly probabilityMore: number;
  /** What the change costs more; below 0 where it saves. */
  readonly addedSpend: number;
}

/**
 * The expected KPI under other media or controls, minus that of today.
 *
 * Definition, per draw: E(kpi | changed media and controls) − E(kpi | those of the data), over the cells asked about. The change is
 * made in the periods asked about; the outcome is counted from the first of them to the end of the data, so that what carries over
 * counts too. Everything else, time effects included, stays as it was.
 * Assumes what `contributions` assumes, and of controls that their coefficients are causal, which the data alone do not say.
 *
 * @param fit      a fit
 * @param change   factors, amounts or values by the name of channel or control; media are exposure where the channel has one
 * @param options  cells and periods of the change, probability of the intervals, whether to speak although the verdict failed
 * @returns        both outcomes, their difference and what the change costs
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data lack a name, cell or period, or media would be negative
 * @source jin2017
 * @example
 * const off = counterfactual(await exampleFit(), { media: { tv: { factor: 0 } } });
 * const [tv] = contributions(await exampleFit()).parts;
 * off.difference.total.mean + tv.total.mean; // => 0
 */
export function counterfactual(fit: Fit, change: MarketChange, options: ResultOptions = {}): Counterfactual {
  requireTrust("counterfactual", fit, options);
  const { dataset, spec } = fit;
  const { positions } = resultWindow("counterfactual", dataset, options);
  const { to: _to, ...counted } = options;
  const window = resultWindow("counterfactual", dataset, counted);
  const market = changeMarket("counterfactual", dataset, change, positions);
  const [today, changed, difference] = [1, 2, 3].map(() => outcomeDraws(fit, window)) as [
    OutcomeDraws,
    OutcomeDraws,
    OutcomeDraws,
  ];
  const ofControls = controlShift(fit, market);
  const [then, now] = [compileForwardPass(dataset, spec), compileForwardPass(dataset, spec)];
  then.setMedia(market.media);
  replayPositions(fit).forEach((position, index) => {
    now.evaluate(position);
    then.evaluate(position);
    const before = window.perPeriod(now.mean());
    const after = window.perPeriod(ofControls(then));
    today.put(index, before);
    changed.put(index, after);
    difference.put(
      index,
      after.map((value, t) => value - before[t]!),
    );
  });
  return {
    today: outcomeOf(window, today, options.interval),
    changed: outcomeOf(window, changed, options.interval),
    difference: outcomeOf(window, difference, options.interval),
    probabilityMore: mean(difference.totals.map((value) => (value > 0 ? 1 : 0))),
    addedSpend: market.addedSpend.reduce((sum, spend) => sum + window.total(spend), 0),
  };
}

/** The mean of a pass with the effect of changed controls added, which is linear in them. */
function controlShift(
  { dataset, spec }: Fit,
  { addedControls }: ChangedMarket,
): (forward: ForwardPass) => Float64Array {
  const moved = addedControls.flatMap((added, c) =>
    added.some((value) => value !== 0) ? [{ added, c }] : [],
  );
  if (moved.length === 0) return (forward) => forward.mean();
  const { size } = makeScaling(seenDataset(dataset), spec.scaling);
  const usual = mean(size);
  const [cells, periods] = [dataset.cells.length, dataset.periods.length];
  return (forward) => {
    const values = forward.mean();
    const coefficients = forward.quantity("control");
    // Shared coefficients stand for a cell of mean size.
    const ofCells = coefficients.length > dataset.controls.length;
    for (const { added, c } of moved) {
      added.forEach((value, i) => {
        const g = Math.floor(i / periods);
        const effect = ofCells ? coefficients[c * cells + g]! : (coefficients[c]! * size[g]!) / usual;
        values[i] = values[i]! + effect * value;
      });
    }
    return values;
  };
}
