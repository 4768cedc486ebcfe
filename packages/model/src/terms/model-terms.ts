/** ModelTerms: the whole model as one expression — the only place where the mean is written. */

import {
  add,
  type Axis,
  axis,
  constant,
  elementCount,
  type Expression,
  multiply,
  subtract,
  sum,
} from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { type Panel, panelOf } from "../parameters/panel.js";
import type { ParameterBlock } from "../parameters/parameter-block.js";
import { makeScaling, mediaHistory, mediaValues, type Scaling } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { baselineColumns } from "./baseline-columns.js";
import { type BaselineTerm, baselineTerm } from "./baseline-term.js";
import { type MediaGroup, mediaGroups } from "./media-groups.js";
import { type MediaTerm, mediaTerm } from "./media-term.js";
import { noiseScale, type NoiseTerm, noiseTerm } from "./noise-term.js";
import { decideCentring, isColumnCentred } from "./decide-centring.js";
import { pilotFit } from "./pilot-fit.js";
import type { PinnedTerm } from "./pinned-term.js";
import { seenDataset } from "./seen-dataset.js";

/** The terms of a model and the parameters they need. */
export interface ModelTerms {
  readonly panel: Panel;
  readonly scaling: Scaling;
  /** Coordinates that the data pin, in the order in which each is pinned given those before. */
  readonly pinned: readonly PinnedTerm[];
  /** Inputs in the order of the sampler's position: the pinned coordinates, then the blocks. */
  readonly variables: readonly Expression[];
  /** Number of pinned coordinates at the start of a position. */
  readonly pinnedCount: number;
  /** Blocks of parameters that are sampled as they stand. */
  readonly blocks: readonly ParameterBlock[];
  readonly baseline: BaselineTerm;
  readonly media: readonly MediaTerm[];
  /** [cell, time] the expected KPI, scaled. */
  readonly mean: Expression;
  readonly noise: NoiseTerm;
  /** Scalar: log prior density of all parameters, with Jacobians. */
  readonly logPrior: Expression;
  /** Scalar: log prior plus log likelihood of the scaled KPI. */
  readonly logDensity: Expression;
}

/**
 * Writes the model for a dataset. `mediaOf` gives another expression for a group's media (for "what if this
 * channel had been off?"); without it the media are those of the data.
 */
export function modelTerms(
  whole: Dataset,
  spec: ModelSpec,
  mediaOf?: (group: MediaGroup, index: number) => Expression,
): ModelTerms {
  const dataset = seenDataset(whole);
  const scaling = makeScaling(dataset, spec.scaling);
  const panel = panelOf(dataset);
  const columns = baselineColumns(dataset, spec, scaling);
  const pilot = panel.cells.length > 1 ? pilotFit(dataset, scaling, columns) : undefined;
  const media = mediaGroups(dataset, decideCentring(spec, dataset, panel, pilot)).map((group, index) => {
    const history = constant(scaledMedia(dataset, scaling, group), mediaAxes(group, dataset));
    return mediaTerm(dataset, panel, scaling, group, { history, media: mediaOf?.(group, index) ?? history });
  });
  // θ speaks of what happened: the baseline is found around the history, and other media are put in its place.
  const happened = added(media.map(({ history }) => history));
  const scale = noiseScale(spec.noise, panel, scaling);
  const kpi = scaledKpi(whole, scaling);
  const baseline = baselineTerm(panel, dataset.periods.length, columns, happened, {
    centred: (column) => isColumnCentred(panel, column, pilot),
    timeEffects: spec.timeEffects,
    observed: { kpi, noise: scale.value, seen: seenValues(whole) },
  });
  const mean = mediaOf === undefined ? baseline.mean : withOtherMedia(baseline.mean, media);
  const noise = noiseTerm(spec.noise, scale, kpi, mean);
  const blocks = [...media.flatMap((term) => term.blocks), ...baseline.blocks, ...noise.blocks];
  const pinned = [...media.flatMap((term) => term.pinned), ...baseline.pinned];
  const logPrior = [...pinned, ...blocks]
    .map((part) => part.logPrior)
    .reduce((sum, term) => add(sum, term), constant(0));
  const thetas = pinned.map(({ theta }) => theta);
  return {
    ...{ panel, scaling, blocks, pinned, baseline, media, mean, noise, logPrior },
    variables: [...thetas, ...blocks.map(({ unconstrained }) => unconstrained)],
    pinnedCount: thetas.reduce((count, { axes }) => count + elementCount(axes), 0),
    logDensity: add(logPrior, sum(seenLikelihood(whole, noise.logLikelihood))),
  };
}

/** [cell, time] the mean with the media that are asked about in the place of those of the data. */
function withOtherMedia(mean: Expression, media: readonly MediaTerm[]): Expression {
  const happened = added(media.map(({ history }) => history));
  return add(
    subtract(mean, happened),
    added(media.map(({ contribution }) => sum(contribution, ["channel"]))),
  );
}

/** [cell, time] the likelihood of what is seen, 0 of what is held out. */
function seenLikelihood(dataset: Dataset, logLikelihood: Expression): Expression {
  if (dataset.split === undefined) return logLikelihood;
  const axes = [axis("cell", dataset.cells.length), axis("time", dataset.periods.length)];
  return multiply(logLikelihood, constant(seenValues(dataset), axes));
}

/** [cell × time] 1 where the KPI is seen and 0 where it is held out. */
function seenValues({ split, kpi }: Dataset): Float64Array {
  return kpi.values.map((_, i) => (split?.train[i] === 0 ? 0 : 1));
}

/** [cell, time] the KPI of the data, scaled. */
function scaledKpi({ cells, periods, kpi }: Dataset, scaling: Scaling): Expression {
  const values = kpi.values.map(
    (value, i) => (value / scaling.size[Math.floor(i / periods.length)]! - scaling.kpiCenter) / scaling.kpi,
  );
  return constant(values, [axis("cell", cells.length), axis("time", periods.length)]);
}

/** Σ over groups: [cell, time]. */
function added(ofGroups: readonly Expression[]): Expression {
  return ofGroups.reduce((all, own) => add(all, own));
}

/** The axes of a group's media: time begins with the periods before the window of which media are known. */
export function mediaAxes(group: MediaGroup, dataset: Dataset): readonly Axis[] {
  const periods = (dataset.historyPeriods?.length ?? 0) + dataset.periods.length;
  return [axis("channel", group.indices.length), axis("cell", dataset.cells.length), axis("time", periods)];
}

/** [channel × cell × time] the media of a group in scaled units, history first. */
export function scaledMedia(dataset: Dataset, scaling: Scaling, group: MediaGroup): Float64Array {
  const { cells, periods, historyPeriods = [] } = dataset;
  const rows = group.indices.flatMap((i) => {
    const channel = dataset.channels[i]!;
    const [before, within] = [mediaHistory(channel), mediaValues(channel)];
    return cells.map((_, g) => {
      const unit = scaling.media[i]! * scaling.size[g]!;
      const own = [
        ...before.subarray(g * historyPeriods.length, (g + 1) * historyPeriods.length),
        ...within.subarray(g * periods.length, (g + 1) * periods.length),
      ];
      return own.map((value) => value / unit);
    });
  });
  return Float64Array.from(rows.flat());
}
