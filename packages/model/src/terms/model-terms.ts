/** ModelTerms: the whole model as one expression — the only place where the mean is written. */

import { add, type Axis, axis, constant, type Expression, subtract, sum } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import type { ParameterBlock } from "../parameters/parameter-block.js";
import { makeScaling, mediaHistory, mediaValues, type Scaling } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { baselineColumns } from "./baseline-columns.js";
import { type BaselineTerm, baselineTerm } from "./baseline-term.js";
import { type MediaGroup, mediaGroups } from "./media-groups.js";
import { type MediaTerm, mediaTerm } from "./media-term.js";
import { type NoiseTerm, noiseTerm } from "./noise-term.js";

/** The terms of a model and the parameters they need. */
export interface ModelTerms {
  readonly scaling: Scaling;
  /** Inputs in the order of the sampler's position. */
  readonly variables: readonly Expression[];
  /** Blocks of parameters that are sampled as they stand; the baseline's own coordinates come before them. */
  readonly blocks: readonly ParameterBlock[];
  readonly baseline: BaselineTerm;
  readonly media: readonly MediaTerm[];
  /** [time] the expected KPI, scaled. */
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
  dataset: Dataset,
  spec: ModelSpec,
  mediaOf?: (group: MediaGroup, index: number) => Expression,
): ModelTerms {
  const scaling = makeScaling(dataset);
  const time = axis("time", dataset.periods.length);
  const media = mediaGroups(dataset, spec).map((group, index) => {
    const history = constant(scaledMedia(dataset, scaling, group), mediaAxes(group, dataset));
    return mediaTerm(dataset, scaling, group, { history, media: mediaOf?.(group, index) ?? history });
  });
  // θ speaks of what happened: the baseline is found around the history, and other media are put in its place.
  const happened = total(media.map(({ history }) => history));
  const baseline = baselineTerm(baselineColumns(dataset, spec, scaling), happened);
  const mean =
    mediaOf === undefined
      ? baseline.mean
      : add(subtract(baseline.mean, happened), total(media.map(({ contribution }) => contribution)));
  const kpi = constant(
    dataset.kpi.values.map((value) => value / scaling.kpi),
    [time],
  );
  const noise = noiseTerm(spec.noise, scaling, kpi, mean);
  const blocks = [...baseline.ownBlocks, ...media.flatMap((term) => term.blocks), ...noise.blocks];
  const logPrior = blocks
    .map((block) => block.logPrior)
    .reduce((sum, term) => add(sum, term), baseline.logPrior);
  return {
    ...{ scaling, blocks, baseline, media, mean, noise, logPrior },
    variables: [baseline.theta, ...blocks.map(({ unconstrained }) => unconstrained)],
    logDensity: add(logPrior, sum(noise.logLikelihood)),
  };
}

/** Σ over groups and channels: [time]. */
function total(contributions: readonly Expression[]): Expression {
  return contributions.map((own) => sum(own, ["channel"])).reduce((all, own) => add(all, own));
}

/** The axes of a group's media: time begins with the periods before the window of which media are known. */
export function mediaAxes(group: MediaGroup, dataset: Dataset): readonly Axis[] {
  const periods = (dataset.historyPeriods?.length ?? 0) + dataset.periods.length;
  return [axis("channel", group.indices.length), axis("time", periods)];
}

/** [channel × time] the media of a group in mean active periods, history first. */
export function scaledMedia(dataset: Dataset, scaling: Scaling, group: MediaGroup): Float64Array {
  const rows = group.indices.map((i) => {
    const channel = dataset.channels[i]!;
    return [...mediaHistory(channel), ...mediaValues(channel)].map((value) => value / scaling.media[i]!);
  });
  return Float64Array.from(rows.flat());
}
