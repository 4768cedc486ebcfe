/** Missing and negative values of a draft, repaired as told; what no repair is for stays a fault. */
import { replaceSeries, seriesOf, type Draft, type DraftSeries } from "../read/draft.js";
import type { Change } from "./change.js";
import { isChosen } from "./check-choices.js";
import { dropCells, dropPeriods, dropSeries, type Dropped } from "./drop.js";
import { fillWithZero, interpolate, raiseToZero, type Filled } from "./fill.js";
import type { MissingRepair, NegativeRepair, Repair } from "./repair.js";

/** Goes through the repairs in their order, and through the series of each in the order of the roles. */
export function repairDraft(draft: Draft, repairs: readonly Repair[]): Dropped {
  const changes: Change[] = [];
  let repaired = draft;
  for (const repair of repairs) {
    if (repair.fault === "outlier") continue;
    const names = seriesOf(repaired).filter((series) => isChosen(repair, series));
    for (const { name, meaning } of names) {
      // The series as it is by now: an earlier one may have taken cells or periods along.
      const series = seriesOf(repaired).find((own) => own.name === name && own.meaning === meaning);
      if (series === undefined || series.values.length === 0) continue;
      const step = repairSeries(repaired, series, repair);
      repaired = step.draft;
      changes.push(...step.changes);
    }
  }
  return { draft: repaired, changes };
}

function repairSeries(draft: Draft, series: DraftSeries, repair: MissingRepair | NegativeRepair): Dropped {
  const filled = ({ series: next, changes }: Filled): Dropped => ({
    draft: replaceSeries(draft, (own) => (own === series ? next : own)),
    changes,
  });
  if (repair.fault === "negative") return filled(raiseToZero(draft, series, repair));
  switch (repair.repair) {
    case "zero":
      return filled(fillWithZero(draft, series, repair));
    case "interpolate":
      return filled(interpolate(draft, series, repair));
    case "drop-periods":
      return dropPeriods(draft, series, repair);
    case "drop-cells":
      return dropCells(draft, series, repair);
    case "drop-series":
      return dropSeries(draft, series, repair);
  }
}
