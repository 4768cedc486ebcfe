/** PanelAccuracy: accuracy over all cells, of each cell, and of all cells added up. */

import { type Accuracy, accuracyOf, type ScoredObservation, scoreObservation } from "./accuracy.js";

/** Accuracy of one part of a panel's values; its own numbers are over the values of all cells and periods. */
export interface PanelAccuracy extends Accuracy {
  /** Of all cells added up, period by period. */
  readonly total: Accuracy;
  readonly cells: readonly (Accuracy & { readonly cell: string })[];
}

/** Predictions of a panel beside what was observed; arrays [cell × time]. */
export interface PanelPredictions {
  readonly cells: readonly string[];
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** [cell × time][draw] */
  readonly predicted: readonly Float64Array[];
  readonly interval: number;
}

/** Scores every value once. */
export function scorePanel({
  observed,
  expected,
  predicted,
  interval,
}: PanelPredictions): readonly ScoredObservation[] {
  return predicted.map((draws, i) => scoreObservation(observed[i]!, expected[i]!, draws, interval));
}

/** The accuracy of the values that `counts` [cell × time] marks with 1, scored before. */
export function panelAccuracy(
  panel: PanelPredictions,
  scored: readonly ScoredObservation[],
  counts: Uint8Array,
): PanelAccuracy {
  const { cells, interval } = panel;
  const periods = scored.length / cells.length;
  return {
    ...accuracyOf(
      scored.filter((_, i) => counts[i] !== 0),
      interval,
    ),
    total: accuracyOf(scoreTotals(panel, counts), interval),
    cells: cells.map((cell, g) => {
      const own = scored.filter((_, i) => counts[i] !== 0 && Math.floor(i / periods) === g);
      return { cell, ...accuracyOf(own, interval) };
    }),
  };
}

/** Every period in which a value counts, its cells that count added up draw by draw. */
function scoreTotals(
  { cells, observed, expected, predicted, interval }: PanelPredictions,
  counts: Uint8Array,
): readonly ScoredObservation[] {
  const periods = predicted.length / cells.length;
  return Array.from({ length: periods }, (_, t) =>
    cells.map((_cell, g) => g * periods + t).filter((i) => counts[i] !== 0),
  )
    .filter((members) => members.length > 0)
    .map((members) => {
      const draws = new Float64Array(predicted[0]!.length);
      for (const i of members) predicted[i]!.forEach((value, draw) => (draws[draw] = draws[draw]! + value));
      const added = (values: Float64Array): number => members.reduce((sum, i) => sum + values[i]!, 0);
      return scoreObservation(added(observed), added(expected), draws, interval);
    });
}
