/**
 * Centred effects: the coefficient of every cell in a coordinate that its own data pin.
 *
 * With ℓ[g] = log coefficient of cell g, b their common location and d[g] = ℓ[g] − b ~ normal(0, spread), the belief is about
 * what all cells returned together, which is a function of the coefficients alone:
 *
 *     log θ = log Σ_g A[g] e^{ℓ[g]} − log S          (ROI: A what a coefficient of 1 returned, S what was spent)
 *
 * The map from (log θ, d) to (b, ℓ) has the determinant Σ_g ∂ log θ / ∂ ℓ[g] = 1: no Jacobian. Where the belief is about the
 * coefficient, θ = e^b, and it is 1 as well. The sampler moves b, and ℓ[g] + log standard deviation of the cell's stock.
 */

import {
  add,
  axis,
  concatenate,
  constant,
  divide,
  type Expression,
  exp,
  input,
  log,
  multiply,
  slice,
  subtract,
  sum,
} from "@mmm/autodiff";
import { distributionOf, normal, priorParameters } from "@mmm/distributions";
import { drawNormal, exp as exponential, log as logarithm } from "@mmm/numerics";
import type { PooledCells } from "../spec/cell-spec.js";
import { type Deviations, makeDeviations } from "../parameters/deviations.js";
import { blockQuantity } from "../parameters/learn-parameter.js";
import { groupingsOf, type Panel } from "../parameters/panel.js";
import {
  makeParameterBlock,
  type NamedAxis,
  type ParameterBlock,
  perElement,
} from "../parameters/parameter-block.js";
import { type MediaEffect, type Reach, totalsOfChannels } from "./media-effect.js";
import type { MediaGroup } from "./media-groups.js";
import type { PinnedTerm } from "./pinned-term.js";

/** Makes the effects of a group whose positive effects are pooled over single cells. */
export function centredEffect(
  panel: Panel,
  group: MediaGroup,
  { money, denominator }: Pick<Reach, "money" | "denominator">,
  stockSpread: Expression,
): MediaEffect {
  const { on } = group.specs[0]!.effect;
  const { spread, groups } = spreadsOf(panel, group);
  const size = { channels: group.names.length, cells: panel.cells.length };
  const channel = axis("channel", size.channels);
  const theta = input(`${inputNameOf(group)} location and cells`, [channel, axis("cell", size.cells + 1)]);
  const unmoved = constant(new Float64Array(size.channels), [channel, axis("cell", 1)]);
  const shift = concatenate([unmoved, log(stockSpread)], "cell");
  const whole = subtract(theta, shift);
  const location = sum(slice(whole, "cell", 0, 1), ["cell"]);
  const logs = slice(whole, "cell", 1, size.cells);
  const coefficient = exp(logs);
  const spent = constant(totalsOfChannels(denominator, size.channels), [channel]);
  const returned = divide(sum(multiply(money, coefficient), ["cell"]), spent);
  const mean = groups === undefined ? location : add(location, groups.value);
  const term: PinnedTerm = {
    ...{ theta, shift },
    logPrior: add(
      sum(normal.logDensity(logs, { mean, sd: spread.value })),
      beliefDensity(group, on === "coefficient" ? exp(location) : returned),
    ),
    needs: { spread: spread.value, money, ...(groups && { groups: groups.value }) },
    draw: (stream, read) => drawEffects(group, size, denominator, groups !== undefined, stream, read),
  };
  const blocks = [spread, ...(groups?.blocks ?? [])];
  const shown = blocks.filter((block) => block.shown).map(blockQuantity);
  const learned = { name: on.replace("-", "_"), axes: [channelAxis(group)], expression: returned };
  const isListed = on === "coefficient" || on === "roi";
  return { coefficient, blocks, pinned: [term], quantities: isListed ? shown : [...shown, learned] };
}

/** The spread of single cells, and the deviations of the other groupings that cells are nested in. */
function spreadsOf(
  panel: Panel,
  group: MediaGroup,
): { readonly spread: ParameterBlock; readonly groups: Deviations | undefined } {
  const cells = group.specs.map((spec) => spec.cells.effect as PooledCells);
  const names = groupingsOf(panel, cells[0]!.by).map(({ name }) => name);
  const others = names.filter((name) => name !== "cell");
  const [axes, spreads] = [[channelAxis(group)], cells.map(({ spread }) => spread)];
  const inputName = inputNameOf(group);
  const spread = makeParameterBlock({
    name: others.length === 0 ? "effect_spread" : "effect_spread_cell",
    inputName: `${inputName} spread of cell`,
    ...{ axes, priors: spreads },
  });
  if (others.length === 0) return { spread, groups: undefined };
  const by = { by: others, centred: false };
  return { spread, groups: makeDeviations(panel, { name: "effect", inputName, axes, spreads, ...by }) };
}

function inputNameOf({ names }: MediaGroup): string {
  return `effect: ${names.join(", ")}`;
}

function channelAxis({ names }: MediaGroup): NamedAxis {
  return { name: "channel", coordinates: names };
}

interface Size {
  readonly channels: number;
  readonly cells: number;
}

/** Log density of log θ: the prior of θ with the Jacobian of the logarithm. */
function beliefDensity(group: MediaGroup, believed: Expression): Expression {
  const priors = group.specs.map(({ effect }) => effect.prior);
  const distribution = distributionOf(priors[0]!.distribution);
  const parameters = perElement(distribution, priors.map(priorParameters), [axis("channel", priors.length)]);
  return sum(add(distribution.logDensity(believed, parameters), log(believed)));
}

/** Location and log coefficients for θ and deviations drawn from their priors. */
function drawEffects(
  group: MediaGroup,
  { channels, cells }: Size,
  denominator: Float64Array,
  grouped: boolean,
  stream: Parameters<PinnedTerm["draw"]>[0],
  read: Parameters<PinnedTerm["draw"]>[1],
): Float64Array {
  const [spread, money] = [read("spread"), read("money")];
  const groups = grouped ? read("groups") : undefined;
  const drawn = new Float64Array(channels * (cells + 1));
  const totals = totalsOfChannels(denominator, channels);
  for (let c = 0; c < channels; c++) {
    const own = stream.split("effect", group.names[c]!);
    const { on, prior } = group.specs[c]!.effect;
    const believed = distributionOf(prior.distribution).draw(own, priorParameters(prior));
    const deviations = Float64Array.from({ length: cells }, (_, g) => {
      return (groups?.[c * cells + g] ?? 0) + spread[c]! * drawNormal(own);
    });
    const reach = deviations.reduce((sum, d, g) => sum + money[c * cells + g]! * exponential(d), 0);
    const location = logarithm(on === "coefficient" ? believed : (believed * totals[c]!) / reach);
    drawn[c * (cells + 1)] = location;
    deviations.forEach((d, g) => (drawn[c * (cells + 1) + 1 + g] = location + d));
  }
  return drawn;
}
