/** Response surfaces written by formula, for tests: geometric adstock, Hill or logistic saturation, draws from a random stream. */

import type { ResponseSurface } from "@mmm/model";
import { drawNormal, exp, pow, randomStream } from "@mmm/numerics";

/** What one item does, by one draw. */
export interface AnalyticItem {
  /** Outcome per period at full saturation. */
  readonly effect: number;
  /** Spend per period at half of it (Hill), or 1 / rate (logistic). */
  readonly half: number;
  /** Of a Hill curve; 1 is concave, above it S-shaped. */
  readonly slope: number;
  readonly retention: number;
}

/** How a made-up surface differs from the usual one. */
export interface AnalyticOptions {
  readonly channels?: number;
  readonly cells?: number;
  readonly periods?: number;
  readonly draws?: number;
  readonly seed?: number;
  readonly kind?: "hill" | "logistic";
  /** Largest slope of Hill curves; 1 makes all concave. */
  readonly slope?: number;
  /** Standard deviation of log parameters over draws. */
  readonly spread?: number;
  readonly items?: readonly AnalyticItem[];
  /** [draw][item] exactly; instead of what scatters. */
  readonly drawn?: readonly (readonly AnalyticItem[])[];
  readonly spend?: Float64Array;
  readonly names?: readonly string[];
}

/** A surface of items whose parameters scatter around their own means, or exactly those given. */
export function analyticSurface(options: AnalyticOptions = {}): ResponseSurface {
  const { cells = 1, periods = 4, draws = 20, seed = 1, kind = "hill", slope = 1, spread = 0.3 } = options;
  const channels =
    options.names?.length ??
    options.channels ??
    (options.items === undefined ? 3 : options.items.length / cells);
  const stream = randomStream(seed, "surface");
  const count = channels * cells;
  const usual = Array.from({ length: count }, (_, i): AnalyticItem => {
    const own = stream.split(i);
    return (
      options.items?.[i] ?? {
        effect: 100 * exp(0.5 * drawNormal(own)),
        half: 40 * exp(0.5 * drawNormal(own)),
        slope: 1 + (slope - 1) * (0.3 + (0.7 * ((i * 7) % 10)) / 10),
        retention: 0.2 + 0.5 * (((i * 3) % 10) / 10),
      }
    );
  });
  const drawn =
    options.drawn ??
    Array.from({ length: draws }, (_, draw) =>
      usual.map((item, i) => scattered(item, spread, stream.split(i, draw))),
    );
  const today =
    options.spend ??
    Float64Array.from(
      { length: count * periods },
      (_, k) => 20 + 10 * (Math.floor(k / periods) % 3) + 5 * (k % 2),
    );
  return {
    channels: options.names ?? Array.from({ length: channels }, (_, i) => `channel${i}`),
    cells: cells === 1 ? ["national"] : Array.from({ length: cells }, (_, i) => `cell${i}`),
    periods: Array.from({ length: periods }, (_, t) => `2024-01-${String(1 + 7 * t).padStart(2, "0")}`),
    ...{ draws: drawn.length, unit: "money", spend: today },
    largestSpend: Float64Array.from({ length: count }, (_, i) =>
      Math.max(...today.subarray(i * periods, (i + 1) * periods)),
    ),
    evaluate: (draw, spend, outcome, gradient) => {
      for (let i = 0; i < count; i++) {
        const from = i * periods;
        const own = respond(
          drawn[draw][i],
          kind,
          spend.subarray(from, from + periods),
          gradient.subarray(from, from + periods),
        );
        outcome[i] = own;
      }
    },
  };
}

function scattered(
  item: AnalyticItem,
  spread: number,
  stream: Parameters<typeof drawNormal>[0],
): AnalyticItem {
  return {
    ...item,
    effect: item.effect * exp(spread * drawNormal(stream)),
    half: item.half * exp(spread * drawNormal(stream)),
  };
}

/** Enough periods after the window that nothing is left to speak of. */
const TAIL = 12;

function respond(
  { effect, half, slope, retention }: AnalyticItem,
  kind: "hill" | "logistic",
  spend: Float64Array,
  gradient: Float64Array,
): number {
  const length = spend.length + TAIL;
  const rise = new Float64Array(length);
  let stock = 0;
  let total = 0;
  for (let t = 0; t < length; t++) {
    stock = retention * stock + (1 - retention) * (t < spend.length ? spend[t] : 0);
    const [value, derivative] = kind === "hill" ? hill(stock, half, slope) : logistic(stock, half);
    total += effect * value;
    rise[t] = effect * derivative;
  }
  let carried = 0;
  for (let t = length - 1; t >= 0; t--) {
    carried = rise[t] + retention * carried;
    if (t < spend.length) gradient[t] = (1 - retention) * carried;
  }
  return total;
}

function hill(x: number, half: number, slope: number): readonly [number, number] {
  if (x <= 0) return [0, slope === 1 ? 1 / half : 0];
  const power = slope === 1 ? x / half : pow(x / half, slope);
  return [power / (1 + power), (slope * power) / (x * (1 + power) * (1 + power))];
}

/** 2 / (1 + e^(−2x / half)) − 1 */
function logistic(x: number, half: number): readonly [number, number] {
  const e = exp((-2 * x) / half);
  return [(1 - e) / (1 + e), (4 * e) / (half * (1 + e) * (1 + e))];
}
