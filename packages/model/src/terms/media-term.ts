/** The media term of one group: adstock, saturation, effect, and the ROI that goes with it. */

import { axis, constant, contract, divide, type Expression, log, multiply, slice, sum } from "@mmm/autodiff";
import type { Dataset } from "@mmm/data";
import { sum as sumOf } from "@mmm/numerics";
import { distributionOf, type Prior, priorParameters } from "@mmm/distributions";
import {
  makeParameterBlock,
  type ParameterBlock,
  type ParameterBlockRequest,
} from "../parameters/parameter-block.js";
import type { Scaling } from "../scaling.js";
import type { ChannelSpec } from "../spec/model-spec.js";
import type { ParameterSpec } from "../spec/parameter-spec.js";
import {
  drawName,
  transformOfSpec,
  transformParameters,
  type TransformRole,
  transformSettings,
} from "../spec/transform-spec.js";
import type { MediaGroup } from "./media-groups.js";

/** One group's part of the mean. Everything is scaled except `roi`. */
export interface MediaTerm {
  readonly group: MediaGroup;
  readonly blocks: readonly ParameterBlock[];
  /** [channel, time] what the channel adds to the mean under the media asked about. */
  readonly contribution: Expression;
  /** [channel, time] what it added under the media of the data. */
  readonly history: Expression;
  /** [channel] effect at full saturation. */
  readonly coefficient: Expression;
  /** [channel] KPI (in money where revenue per KPI is known) per unit of spend over the window, in natural units. */
  readonly roi: Expression;
}

/** Parameters of one group, made as the term needs them. */
interface GroupParameters {
  readonly blocks: ParameterBlock[];
  /** A learned block, or a fixed constant. */
  readonly parameter: (
    name: string,
    of: (spec: ChannelSpec) => ParameterSpec,
    more?: Pick<ParameterBlockRequest, "naturalScale" | "shift">,
  ) => Expression;
}

/**
 * Builds the term of a group over scaled media [channel, time].
 *
 * ROI is a statement about what happened: it ties the coefficient to the history, also when the forward pass asks what
 * other media would have done.
 */
export function mediaTerm(
  dataset: Dataset,
  scaling: Scaling,
  group: MediaGroup,
  { history, media }: { readonly history: Expression; readonly media: Expression },
): MediaTerm {
  const { blocks, parameter } = groupParameters(group);
  const curve = responseOf(group, scaling, parameter, dataset);
  const happened = curve(history);
  // Σ_t of the saturated stock: what a coefficient of 1 added over the whole window, in mean periods of KPI.
  const reach = sum(happened, ["time"]);
  const spend = constant(
    group.indices.map((i) => sumOf(dataset.channels[i]!.spend)),
    reach.axes,
  );
  const revenue = dataset.kpi.revenuePerKpi?.values;
  const paid =
    revenue === undefined
      ? reach
      : contract(happened, constant(revenue, [axis("time", revenue.length)]), ["time"]);
  const kpiPerSpend = divide(multiply(paid, scaling.kpi), spend);
  const { effect } = group.specs[0]!;
  const prior = (spec: ChannelSpec): Prior => spec.effect.prior;
  const onRoi = effect.on === "roi";
  const learned = onRoi
    ? parameter("roi", prior)
    : parameter("coefficient", prior, {
        naturalScale: new Float64Array(group.indices.length).fill(scaling.kpi),
        // The data pin what a channel brought, not its coefficient and its saturation apart: so the sampler moves
        // log(coefficient · mean saturated stock) = log(mean contribution), and the prior stays on the coefficient.
        ...(isPositive(effect.prior) && { shift: log(multiply(reach, 1 / dataset.periods.length)) }),
      });
  const coefficient = onRoi ? divide(learned, kpiPerSpend) : learned;
  return {
    group,
    blocks,
    contribution: multiply(coefficient, media === history ? happened : curve(media)),
    history: multiply(coefficient, happened),
    coefficient,
    roi: onRoi ? learned : multiply(learned, kpiPerSpend),
  };
}

function isPositive(prior: Prior): boolean {
  return distributionOf(prior.distribution).support(priorParameters(prior)).kind === "positive";
}

function groupParameters(group: MediaGroup): GroupParameters {
  const blocks: ParameterBlock[] = [];
  const axes = [{ name: "channel", coordinates: group.names }];
  return {
    blocks,
    parameter: (name, of, more = {}) => {
      const specs = group.specs.map(of);
      if (specs.every((spec) => typeof spec === "number")) {
        return constant(specs, [{ name: "channel", size: specs.length }]);
      }
      const inputName = `${name}: ${group.names.join(", ")}`;
      const block = makeParameterBlock({ name, inputName, axes, priors: specs as Prior[], ...more });
      blocks.push(block);
      return block.value;
    },
  };
}

/** The rule from media to saturated stock; its parameters are made once, whatever media it is asked about. */
function responseOf(
  group: MediaGroup,
  scaling: Scaling,
  parameter: GroupParameters["parameter"],
  { historyPeriods = [], periods }: Dataset,
): (media: Expression) => Expression {
  const carry = ruleOf("adstock", group, scaling, parameter);
  const saturate = ruleOf("saturation", group, scaling, parameter);
  const before = historyPeriods.length;
  // What was left over from before the window is carried into it, and only the window is looked at.
  const window = (stock: Expression): Expression =>
    before === 0 ? stock : slice(stock, "time", before, periods.length);
  return (media) => saturate(window(carry(media)));
}

/** One transform with its parameters, fixed or learned, one number per channel. */
function ruleOf(
  role: TransformRole,
  group: MediaGroup,
  scaling: Scaling,
  parameter: GroupParameters["parameter"],
): (x: Expression) => Expression {
  const spec = group.specs[0]![role];
  const transform = transformOfSpec(role, spec);
  const media = Float64Array.from(group.indices, (i) => scaling.media[i]!);
  const naturalScales: Readonly<Record<string, Float64Array>> = {
    media,
    "per-media": media.map((scale) => 1 / scale),
  };
  const parameters = Object.fromEntries(
    Object.entries(transform.parameters).map(([name, { unit }]) => {
      const naturalScale = naturalScales[unit];
      const more = naturalScale === undefined ? {} : { naturalScale };
      return [
        name,
        parameter(drawName(role, name), (channel) => transformParameters(role, channel[role])[name]!, more),
      ];
    }),
  );
  const settings = transformSettings(role, spec);
  return (x) => transform.apply(x, parameters, settings);
}
