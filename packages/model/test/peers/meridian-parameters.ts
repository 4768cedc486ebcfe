/**
 * Meridian's parameters at a position of ours.
 *
 * Meridian samples, of every channel, ROI and the standardised deviations z of its geos; we sample, where effects are centred, the
 * common location b and the log coefficients ℓ[g] of the geos. The map between (log ROI, η z) and (b, ℓ) has determinant 1 (see
 * `centredEffect`), so what is left is d ROI = ROI · d log ROI, and d z = d ℓ / η for each of G geos. Centred controls likewise.
 */

import {
  arrange,
  type Axis,
  axis,
  concatenate,
  divide,
  type Expression,
  log,
  multiply,
  negate,
  slice,
  stack,
  subtract,
  sum,
} from "@mmm/autodiff";
import type { ModelTerms } from "../../src/terms/model-terms.js";
import { fromBlock, type PeerParameter } from "./peer-parameter.js";

/** Every parameter of Meridian's default model of a panel, except the slopes, which are held. */
export function meridianParameters(terms: ModelTerms): readonly PeerParameter[] {
  const { panel, baseline, media } = terms;
  const cell = axis("cell", panel.cells.length);
  const coefficientsOf = (part: string): readonly Expression[] =>
    baseline.columns.flatMap((column, i) => (column.part === part ? [baseline.coefficients[i]!] : []));
  const knots = coefficientsOf("trend");
  const [first] = media;
  if (media.length !== 1) throw new Error(`media: believed one group of channels, got ${media.length}`);
  const roi = first!.quantities.find(({ name }) => name === "roi")!.expression;
  const eta = fromBlock(terms, "effect_spread", "eta_m");
  return [
    { name: "knot_values", value: stack(knots, axis("knot", knots.length)) },
    fromBlock(terms, "noise_scale", "sigma"),
    { name: "tau_g_excl_baseline", value: withoutBaseline(terms, coefficientsOf("intercept")[0]!) },
    fromBlock(terms, "retention", "alpha_m"),
    fromBlock(terms, "half_saturation", "ec_m"),
    eta,
    { name: "roi_m", value: roi, logJacobian: sum(log(roi)) },
    effectDeviations(terms, eta.value, cell),
    ...controlParameters(terms, coefficientsOf("control"), cell),
  ];
}

/** [cell except the baseline's] */
function withoutBaseline({ baseline, panel }: ModelTerms, intercepts: Expression): Expression {
  const at = baseline.columns.find(({ part }) => part === "intercept")!.without!;
  const after = panel.cells.length - at - 1;
  const parts = [
    ...(at > 0 ? [slice(intercepts, "cell", 0, at)] : []),
    ...(after > 0 ? [slice(intercepts, "cell", at + 1, after)] : []),
  ];
  return concatenate(parts, "cell");
}

/** [cell, channel] z of the effects. */
function effectDeviations({ media, blocks }: ModelTerms, eta: Expression, cell: Axis): PeerParameter {
  const name = "beta_gm_dev";
  const channel = axis("channel", media[0]!.group.names.length);
  const sampled = blocks.find((block) => block.name === "effect_deviation");
  if (sampled !== undefined) return { name, value: arrange(sampled.coordinate, [cell, channel]) };
  const { theta, shift } = media[0]!.pinned[0]!;
  const whole = subtract(theta, shift);
  const location = sum(slice(whole, "cell", 0, 1), ["cell"]);
  const logs = slice(whole, "cell", 1, cell.size);
  const value = arrange(divide(subtract(logs, location), eta), [cell, channel]);
  return { name, value, logJacobian: negate(multiply(sum(log(eta)), cell.size)) };
}

/** Common values, spreads, and z [cell, control]. */
function controlParameters(
  { baseline, blocks, panel }: ModelTerms,
  coefficients: readonly Expression[],
  cell: Axis,
): readonly PeerParameter[] {
  const control = axis("control", coefficients.length);
  const common = (name: string): Expression =>
    stack(
      baseline.common.filter((own) => own.name === name).map(({ value }) => value),
      control,
    );
  const [center, spread] = [common("control_center"), common("control_spread")];
  const sampled = blocks.filter(({ name }) => name === "control_deviation").length;
  if (sampled > 0 && sampled < control.size) throw new Error("controls: must be centred all or none");
  const whole = stack(
    coefficients.map((own) => arrange(own, [cell])),
    control,
  );
  const deviations = divide(subtract(whole, center), spread);
  const logSpread = sum(log(spread));
  return [
    { name: "gamma_c", value: center },
    { name: "xi_c", value: spread, logJacobian: logSpread },
    {
      name: "gamma_gc_dev",
      value: arrange(deviations, [cell, control]),
      ...(sampled === 0 && { logJacobian: negate(multiply(logSpread, panel.cells.length)) }),
    },
  ];
}
