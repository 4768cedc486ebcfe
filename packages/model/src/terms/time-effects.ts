/**
 * Time effects: what moves all cells of a panel alike from one period to the next, and nothing in the data explains.
 *
 *     effect[t] ~ normal(0, spread),   Σ_t effect[t] = 0
 *
 * Without them, every week that is good or bad everywhere counts as many independent times as there are cells, and media
 * that were on that week take the credit. The sum-to-zero constraint (the intercepts have the level) is an orthonormal map of
 * T − 1 free numbers, a Householder reflection:
 *
 *     s = Σ c,   norm = s / (√T + T),   effect = [c, norm − s / √T] − norm
 *
 * Given all other parameters, free numbers are normal with a known mean and spread, whether the cells of a period say much of
 * it or nothing. So the sampler moves z, standard normal given all others, and need not know which of the two it is: there is no
 * funnel where the spread may be 0, and no stiffness where it is not. With the precision p of a period's mean over cells, c the free
 * numbers of its residual, and P the projection off what each cell's own columns say for themselves:
 *
 *     a = spread² p,   free / spread = z + P ((√a / (1 + a)) √p c − (1 − 1 / √(1 + a)) z)
 *
 * The Jacobian is spread^(T − 1) · (1 + a)^(−rank P / 2).
 */

import {
  add,
  arrange,
  at,
  axis,
  concatenate,
  constant,
  contract,
  divide,
  evaluate,
  type Expression,
  input,
  log,
  mean,
  multiply,
  negate,
  reciprocal,
  slice,
  sqrt,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";
import { normal } from "@mmm/distributions";
import { drawNormal } from "@mmm/numerics";
import { dot, thinQr } from "@mmm/numerics/linear-algebra";
import { makeParameterBlock, type ParameterBlock } from "../parameters/parameter-block.js";
import type { TimeEffectsSpec } from "../spec/model-spec.js";
import type { PinnedTerm } from "./pinned-term.js";

/** The effects of a panel's periods. */
export interface TimeEffects {
  readonly spread: ParameterBlock;
  readonly term: PinnedTerm;
  /** [time], scaled. */
  readonly effect: Expression;
}

/** What the cells of each period say. It shapes the sampler's coordinates, nothing of what is believed. */
export interface SeenPeriods {
  /** [cell, time] the scaled KPI. */
  readonly kpi: Expression;
  /** Scale of the noise: scalar, or [cell]. */
  readonly noise: Expression;
  /** [cell × time] 1 where the KPI is seen and 0 where it is held out. */
  readonly seen: Float64Array;
}

/**
 * Builds time effects given the rest of the mean [cell, time].
 *
 * @param absorbed  [column][time] what cells have coefficients of their own for, which take up whatever looks like them
 */
export function timeEffects(
  spec: TimeEffectsSpec,
  rest: Expression,
  absorbed: readonly Float64Array[],
  observed: SeenPeriods,
): TimeEffects {
  const periods = rest.axes.find(({ name }) => name === "time")!.size;
  const spread = makeParameterBlock({ name: "time_effect_spread", axes: [], priors: [spec.spread] });
  const z = input("time effects", [axis("time", periods - 1)]);
  const { residual, precision, unseen } = periodMeans(rest, observed);
  const directions = contrastDirections([...absorbed, ...unseen]);
  const project = (x: Expression): Expression => withoutDirections(x, directions);
  const informed = multiply(square(spread.value), precision);
  const root = sqrt(add(informed, 1));
  // a / (√(1 + a) (1 + √(1 + a))) is 1 − 1 / √(1 + a) without its cancellation near 0.
  const shrinkage = divide(informed, multiply(root, add(root, 1)));
  const pull = divide(multiply(spread.value, precision), square(root));
  const given = multiply(toContrasts(residual, periods), pull);
  const standard = add(z, project(subtract(given, multiply(shrinkage, z))));
  const rank = periods - 1 - directions.length;
  const term: PinnedTerm = {
    theta: z,
    shift: negate(multiply(project(given), root)),
    // Of the standardized numbers: the power of the spread in the Jacobian cancels that of their density.
    logPrior: subtract(sum(normal.logDensity(standard, { mean: 0, sd: 1 })), multiply(log(root), rank)),
    needs: { root },
    draw: (stream, read) => {
      const [stretch] = read("root");
      const drawn = Float64Array.from({ length: periods - 1 }, () => drawNormal(stream));
      const along = directions.map((direction) => dot(direction, drawn));
      return drawn.map((value, i) => {
        const inside = directions.reduce((total, direction, k) => total + along[k]! * direction[i]!, 0);
        return inside + stretch! * (value - inside);
      });
    },
  };
  return { spread, term, effect: multiply(fromContrasts(standard, periods), spread.value) };
}

/** The mean residual of each period over the cells, each by its precision, and how precise it is. */
function periodMeans(
  rest: Expression,
  { kpi, noise, seen }: SeenPeriods,
): {
  readonly residual: Expression;
  readonly precision: Expression;
  readonly unseen: readonly Float64Array[];
} {
  const [cells, time] = kpi.axes;
  const counts = Float64Array.from({ length: time!.size }, (_, t) =>
    Array.from({ length: cells!.size }, (_cell, g) => seen[g * time!.size + t]!).reduce(
      (total, one) => total + one,
    ),
  );
  const known = counts.reduce((total, count) => total + (count > 0 ? 1 : 0), 0);
  const ofCell = reciprocal(square(noise));
  const weights = seen.every((one) => one === 1)
    ? arrange(ofCell, [cells!])
    : multiply(ofCell, constant(seen, [cells!, time!]));
  const total = sum(weights, ["cell"]);
  const idle = constant(
    counts.map((count) => (count > 0 ? 0 : 1)),
    [time!],
  );
  const share = constant(
    counts.map((count) => (count > 0 ? 1 / known : 0)),
    [time!],
  );
  return {
    residual: divide(
      contract(weights, subtract(kpi, rest), ["cell"]),
      total.axes.length === 0 ? total : add(total, idle),
    ),
    precision: total.axes.length === 0 ? total : contract(total, share, ["time"]),
    unseen: [...counts.keys()]
      .filter((t) => counts[t] === 0)
      .map((t) => Float64Array.from({ length: time!.size }, (_, other) => (other === t ? 1 : 0))),
  };
}

/** [direction][T − 1] an orthonormal base of the free numbers behind some series [time]. */
function contrastDirections(series: readonly Float64Array[]): readonly Float64Array[] {
  const free = series.map((values) => {
    const time = axis("time", values.length);
    return evaluate(toContrasts(constant(values, [time]), values.length));
  });
  const varying = free.filter((values, i) => dot(values, values) > 1e-20 * dot(series[i]!, series[i]!));
  return varying.length === 0 ? [] : thinQr(varying).directions;
}

/** What is left of free numbers off some directions. */
function withoutDirections(x: Expression, directions: readonly Float64Array[]): Expression {
  if (directions.length === 0) return x;
  const base = constant(
    directions.flatMap((own) => [...own]),
    [axis("direction", directions.length), ...x.axes],
  );
  return subtract(x, contract(contract(base, x, ["time"]), base, ["direction"]));
}

/** The T effects of T − 1 free numbers; they add up to 0. */
function fromContrasts(free: Expression, periods: number): Expression {
  const total = sum(free);
  const norm = multiply(total, 1 / (Math.sqrt(periods) + periods));
  const last = subtract(norm, multiply(total, 1 / Math.sqrt(periods)));
  const whole = concatenate([free, arrange(last, [axis("time", 1)])], "time");
  return subtract(whole, norm);
}

/** The T − 1 numbers behind the deviations of a series from its mean. */
function toContrasts(series: Expression, periods: number): Expression {
  const deviations = subtract(series, mean(series));
  const total = multiply(at(deviations, "time", periods - 1), -Math.sqrt(periods));
  const norm = multiply(total, 1 / (Math.sqrt(periods) + periods));
  return add(slice(deviations, "time", 0, periods - 1), norm);
}
