/** One small market for docs, tests and play, written by a formula: no file, no random numbers, the same everywhere. */
import { dayNumber, isoDate } from "../calendar/day-number.js";
import { makeDataset, type Dataset } from "./dataset.js";

const WEEKS = 104;
const FIRST_WEEK = dayNumber("2023-01-02");

/**
 * A shop's two years: 104 weeks, revenue in EUR, three channels, one control. Television runs in flights of five weeks a
 * quarter and carries over for long, search follows the season, social grows; promotions last a week. Revenue is baseline +
 * trend + season + promotion + Σ effect · stock / (stock + half-saturation) + noise, with geometric adstock `stock`.
 *
 * @returns  the data set: KPI `revenue`; channels `tv` (exposure `tv_contacts`), `search` (exposure `search_clicks`), `social`;
 *           control `promotion`. It passes `checkDataset` without a remark.
 * @example
 * exampleDataset().channels.map((channel) => channel.name); // => ["tv", "search", "social"]
 * checkDataset(exampleDataset()); // => []
 */
export function exampleDataset(): Dataset {
  const tv = weekly((t) => (t % 13 < 5 ? Math.round(12_000 * (1 + 0.25 * noise(t, 1))) : 0));
  const search = weekly((t) => Math.round(3_000 * (1 + 0.35 * season(t)) * (1 + 0.15 * noise(t, 2))));
  const social = weekly((t) => Math.round((1_500 + 24 * t) * (1 + 0.2 * noise(t, 3))));
  const promotion = weekly((t) => (t % 17 === 6 || t % 23 === 11 ? 1 : 0));
  const tvEffect = saturate(adstock(tv, 0.6), 18_000, 8_000);
  const searchEffect = saturate(adstock(search, 0.1), 14_000, 4_000);
  const socialEffect = saturate(adstock(social, 0.3), 5_000, 3_000);
  const revenue = weekly((t) => {
    const baseline = 80_000 + 60 * t + 9_000 * season(t) + 6_000 * promotion[t]! + 1_500 * noise(t, 4);
    return Math.round(baseline + tvEffect[t]! + searchEffect[t]! + socialEffect[t]!);
  });
  const contacts = weekly((t) => Math.round((tv[t]! / 0.011) * (1 + 0.06 * noise(t, 5))));
  const clicks = weekly((t) => Math.round((search[t]! / 0.85) * (1 + 0.06 * noise(t, 6))));
  return makeDataset({
    name: "example",
    periods: Array.from({ length: WEEKS }, (_, t) => isoDate(FIRST_WEEK + 7 * t)),
    kpi: { name: "revenue", unit: "EUR", values: revenue },
    channels: [
      { name: "tv", spend: tv, exposure: { name: "tv_contacts", values: contacts } },
      { name: "search", spend: search, exposure: { name: "search_clicks", values: clicks } },
      { name: "social", spend: social },
    ],
    controls: [{ name: "promotion", values: promotion }],
  });
}

function weekly(value: (t: number) => number): Float64Array {
  return Float64Array.from({ length: WEEKS }, (_, t) => value(t));
}

/** A yearly wave in [−1, 1] with its top in December; Bhaskara's approximation of the sine, exact in every browser. */
function season(t: number): number {
  const phase = fraction(t / 52.18 - 0.7);
  const x = fraction(2 * phase);
  const bump = (16 * x * (1 - x)) / (5 - 4 * x * (1 - x));
  return phase < 0.5 ? bump : -bump;
}

/** Irregular, about normal with mean 0 and standard deviation 1: three quadratic Weyl sequences, centred. */
function noise(t: number, series: number): number {
  const roots = [Math.SQRT2, Math.sqrt(3), Math.sqrt(5)];
  const n = t + 1 + 1_000 * series;
  return 2 * roots.reduce((total, root) => total + fraction(n * n * root) - 0.5, 0);
}

function fraction(x: number): number {
  return x - Math.floor(x);
}

function adstock(media: Float64Array, retention: number): Float64Array {
  let stock = 0;
  return media.map((value) => (stock = (1 - retention) * value + retention * stock));
}

function saturate(stock: Float64Array, effect: number, halfSaturation: number): Float64Array {
  return stock.map((value) => (effect * value) / (value + halfSaturation));
}
