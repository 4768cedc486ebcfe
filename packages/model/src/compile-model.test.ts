import { exp, log, logGamma, logistic, mean, randomStream, variance } from "@mmm/numerics";
import { type Dataset, dayNumber, exampleDataset, IssueError, makeDataset } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { compileModel, makeLogDensity } from "./compile-model.js";
import { compileForwardPass } from "./forward/forward-pass.js";
import { expectGradient } from "./gradient.contract.js";
import { parseModelSpec } from "./spec/parse-model-spec.js";

const specs = {
  "the default": {},
  "effects on ROI": { media: { default: { effect: "roi" } } },
  "logistic saturation": { media: { default: { saturation: { kind: "logistic" } } } },
  "windowed adstock, free slope": {
    media: {
      default: {
        adstock: { kind: "geometric", window: 8 },
        saturation: { kind: "hill", slope: { distribution: "log-normal", logMean: 0, logSd: 0.3 } },
      },
    },
  },
  "no transforms, no trend, no season": {
    trend: "none",
    seasonality: [],
    media: { default: { adstock: { kind: "none" }, saturation: { kind: "none" } } },
  },
  "Student t noise": { noise: { kind: "student-t" } },
  "Student t noise of fixed degrees of freedom": { noise: { kind: "student-t", degreesOfFreedom: 4 } },
  ...Object.fromEntries(
    ["half-life", "delayed", "binomial", "weibull-pdf", "weibull-cdf", "beta-gamma"].map((kind) => [
      `${kind} adstock`,
      { media: { default: { adstock: { kind } } } },
    ]),
  ),
  ...Object.fromEntries(
    ["inverse-scaled-logistic", "sigmoid", "tanh", "baselined-tanh", "michaelis-menten", "root", "log"].map(
      (kind) => [`${kind} saturation`, { media: { default: { saturation: { kind }, effect: "roi" } } }],
    ),
  ),
  // Pieces of lines have no slope on a knot, which no drawn position lies on.
  ...Object.fromEntries(
    ["piecewise-linear", "spline", "concave-polynomial", "network"].map((kind) => [
      `${kind} saturation`,
      { media: { default: { saturation: { kind }, effect: "roi" } } },
    ]),
  ),
  "supports with bounds of their own": {
    media: {
      default: { adstock: { kind: "geometric", retention: { distribution: "uniform", low: 0, high: 0.9 } } },
      only: {
        tv: { adstock: { kind: "geometric", retention: { distribution: "uniform", low: 0.3, high: 0.8 } } },
      },
    },
  },
  "channels of different kinds": {
    media: {
      only: {
        tv: { saturation: { kind: "logistic" } },
        search: { effect: "roi", adstock: { kind: "none" } },
      },
    },
  },
} satisfies Readonly<Record<string, unknown>>;

describe("compileModel", () => {
  it.each(Object.entries(specs))("has the gradient that finite differences see: %s", (_, spec) =>
    expectGradient(exampleDataset(), parseModelSpec(spec)),
  );

  it("has the log density that the formulas written out by hand give", () => {
    const dataset = tinyMarket();
    const spec = parseModelSpec({ media: { default: { adstock: { kind: "geometric", window: null } } } });
    const model = compileModel(dataset, spec);
    const forward = compileForwardPass(dataset, spec);
    for (let i = 0; i < 10; i++) {
      const position = forward.drawPrior(randomStream(3, i));
      const value = model.logDensity.evaluate(position, new Float64Array(model.dimension));
      forward.evaluate(position);
      const natural = (name: string): number[] => [...forward.quantity(name)];
      // The last four of the position: retention, half-saturation, coefficient, noise.
      expect(model.dimension).toBe(7 + 4);
      expect(value).toBeCloseTo(byHand(dataset, natural, position.subarray(7)), 8);
    }
  });

  it("has one prior, whichever coordinates the sampler moves in: drawn coefficients have the stated moments", () => {
    const forward = compileForwardPass(exampleDataset(), parseModelSpec({}));
    const kpi = mean(exampleDataset().kpi.values);
    const draws = Float64Array.from({ length: 4000 }, (_, i) => {
      forward.evaluate(forward.drawPrior(randomStream(5, i)));
      return forward.quantity("intercept")[0]! / kpi;
    });
    // Normal(1, 0.5): four standard errors, a false positive in 16,000 seeds.
    expect(Math.abs(mean(draws) - 1)).toBeLessThan((4 * 0.5) / Math.sqrt(4000));
    expect(Math.abs(variance(draws) / 0.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
  });

  it("carries media from before the window into it, as if the window had begun earlier", () => {
    const whole = tinyMarket();
    const before = 6;
    const [channel] = whole.channels;
    const cut = (values: Float64Array): Float64Array => values.slice(before);
    const later = makeDataset({
      name: "later",
      periods: whole.periods.slice(before),
      historyPeriods: whole.periods.slice(0, before),
      kpi: { name: "sales", values: cut(whole.kpi.values) },
      channels: [
        { name: "tv", spend: cut(channel!.spend), history: { spend: channel!.spend.slice(0, before) } },
      ],
    });
    const scaleOf = (values: Float64Array): number => mean(values.filter((value) => value > 0));
    const spec = parseModelSpec({
      trend: "none",
      seasonality: [],
      media: { default: { adstock: { kind: "geometric", window: null }, saturation: { kind: "none" } } },
    });
    const forward = compileForwardPass(later, spec);
    forward.evaluate(forward.drawPrior(randomStream(2)));
    const [retention] = forward.quantity("retention");
    const [coefficient] = forward.quantity("coefficient");
    let stock = 0;
    const expected = Array.from(channel!.spend, (value) => {
      stock = value / scaleOf(cut(channel!.spend)) + retention! * stock;
      return coefficient! * (1 - retention!) * stock;
    }).slice(before);
    forward.contributions().forEach((value, t) => expect(value / expected[t]!).toBeCloseTo(1, 12));
  });

  it("counts ROI in money where revenue per KPI is known", () => {
    const dataset = tinyMarket();
    const price = Float64Array.from(dataset.periods, (_, t) => 2 + (t % 3));
    const units = { ...dataset, kpi: { ...dataset.kpi, revenuePerKpi: { name: "price", values: price } } };
    const spec = parseModelSpec({});
    const forward = compileForwardPass(units, spec);
    forward.evaluate(forward.drawPrior(randomStream(2)));
    const revenue = forward.contributions().reduce((sum, value, t) => sum + value * price[t]!, 0);
    const spend = units.channels[0]!.spend.reduce((sum, value) => sum + value, 0);
    expect(forward.quantity("roi")[0]! / (revenue / spend)).toBeCloseTo(1, 12);
  });

  it("gives the same bits when a worker builds it again from dataset and spec", () => {
    const dataset = exampleDataset();
    const spec = parseModelSpec({});
    const [first, again] = [
      compileModel(dataset, spec).logDensity,
      makeLogDensity(structuredClone({ dataset, spec })),
    ];
    const position = new Float64Array(first.dimension).fill(0.2);
    const gradients = [new Float64Array(first.dimension), new Float64Array(first.dimension)] as const;
    expect(again.evaluate(position, gradients[1])).toBe(first.evaluate(position, gradients[0]));
    expect(gradients[1]).toEqual(gradients[0]);
  });

  it("refuses everything that spec and data disagree on, at once", () => {
    const spec = parseModelSpec({
      media: { only: { tvv: {} } },
      controls: { only: { prise: {} } },
      noise: { kind: "normal", scale: { distribution: "normal", mean: 0, sd: 1 } },
    });
    const refuse = (): unknown => compileModel(exampleDataset(), spec);
    expect(refuse).toThrow(IssueError);
    expect(refuse).toThrow(
      /model\.media\.only\.tvv: must name a channel of the data, got "tvv" \(.*\)\. Did you mean "tv"\?/,
    );
    expect(refuse).toThrow(/model\.controls\.only\.prise: must name a control of the data, got "prise"/);
    expect(refuse).toThrow(
      'model.noise.scale: the prior must lie above 0, got "normal" (half-normal, log-normal, gamma, exponential). Choose a distribution with that support.',
    );
  });
});

/** Thirty weeks, one channel, one continuous control. */
function tinyMarket(): Dataset {
  const weeks = Array.from({ length: 30 }, (_, t) => t);
  const date = (t: number): string => new Date(Date.UTC(2024, 0, 1 + 7 * t)).toISOString().slice(0, 10);
  return makeDataset({
    name: "tiny",
    periods: weeks.map(date),
    kpi: { name: "sales", values: Float64Array.from(weeks, (t) => 100 + ((t * 37) % 11)) },
    channels: [
      { name: "tv", spend: Float64Array.from(weeks, (t) => (t % 3 === 0 ? 0 : 5 + ((t * 13) % 7))) },
    ],
    controls: [{ name: "price", values: Float64Array.from(weeks, (t) => 2 + ((t * 5) % 4)) }],
  });
}

/** The default model for `tinyMarket`, written again with plain numbers in natural units. */
function byHand(
  { kpi, channels, controls, periods }: Dataset,
  natural: (name: string) => number[],
  u: Float64Array,
): number {
  const n = periods.length;
  const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const kpiScale = average([...kpi.values]);
  const spend = [...channels[0]!.spend];
  const mediaScale = average(spend.filter((value) => value > 0));
  const price = [...controls[0]!.values];
  const center = average(price);
  const spread = Math.sqrt(average(price.map((value) => (value - center) ** 2)));
  const share = (name: string, i = 0): number => natural(name)[i]! / kpiScale;
  const [intercept, trend, control] = [share("intercept"), share("trend"), share("control") * spread];
  const [sin1, cos1, sin2, cos2] = [0, 1, 2, 3].map((i) => share("seasonality", i)) as [
    number,
    number,
    number,
    number,
  ];
  const [retention, coefficient, noise] = [
    natural("retention")[0]!,
    share("coefficient"),
    share("noise_scale"),
  ];
  const half = natural("half_saturation")[0]! / mediaScale;
  const [uRetention, uHalf, uContribution, uNoise] = u as unknown as [number, number, number, number];
  expect([logistic(uRetention), exp(uHalf), exp(uNoise)]).toEqual(
    [retention, half, noise].map((value) => expect.closeTo(value, 12) as number),
  );
  const logNormalDensity = (x: number, mean: number, sd: number): number =>
    -0.5 * ((x - mean) / sd) ** 2 - log(sd) - 0.5 * log(2 * Math.PI);
  const halfNormal = (x: number, sd: number): number => log(2) + logNormalDensity(x, 0, sd);
  let total =
    logNormalDensity(intercept, 1, 0.5) +
    logNormalDensity(trend, 0, 0.5) +
    [sin1, cos1, sin2, cos2].reduce((sum, value) => sum + logNormalDensity(value, 0, 0.2), 0) +
    logNormalDensity(control, 0, 0.3) +
    // beta(2, 3) on the retention, with the Jacobian of the logistic
    (logGamma(5) -
      logGamma(2) -
      logGamma(3) +
      log(retention) +
      2 * log(1 - retention) +
      log(retention * (1 - retention))) +
    // log-normal(0, 0.8) on the half-saturation: a normal density of its logarithm
    logNormalDensity(uHalf, 0, 0.8) +
    (halfNormal(coefficient, 0.5) + log(coefficient)) +
    (halfNormal(noise, 0.3) + uNoise);
  let stock = 0;
  const contributed: number[] = [];
  for (let t = 0; t < n; t++) {
    stock = spend[t]! / mediaScale + retention * stock;
    const normalized = (1 - retention) * stock;
    const angle = (2 * Math.PI * dayNumber(periods[t]!)) / 365.25;
    const expected =
      intercept +
      trend * (t / (n - 1) - 0.5) +
      sin1 * Math.sin(angle) +
      cos1 * Math.cos(angle) +
      sin2 * Math.sin(2 * angle) +
      cos2 * Math.cos(2 * angle) +
      (control * (price[t]! - center)) / spread +
      (coefficient * normalized) / (half + normalized);
    contributed.push((coefficient * normalized) / (half + normalized));
    total += logNormalDensity(kpi.values[t]! / kpiScale, expected, noise);
  }
  // The sampler moves the standard deviation of the contribution over time.
  const usual = average(contributed);
  const deviation = Math.sqrt(average(contributed.map((value) => (value - usual) ** 2)));
  expect(exp(uContribution) / deviation).toBeCloseTo(1, 9);
  return total;
}
