/** Channels whose effects the data cannot tell apart: pairs that move together, and channels that all others explain. */
import { mean } from "@mmm/numerics";
import type { Channel, Dataset } from "../dataset/dataset.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { byCell } from "./by-cell.js";
import { placeOf } from "./place-of.js";
import { checkThresholds } from "./thresholds.js";

interface Direction {
  readonly name: string;
  /** [cell × time] centred in each cell, of length 1 */
  readonly values: Float64Array;
}

/** Residuals of unit vectors below this are rounding, not information. */
const ROUNDING = 1e-6;

const ADVICE = "Merge the channels, or bring in an experiment or an informative prior to tell them apart.";

/** Judges what drives the model: a channel's exposure where it has one, otherwise its spend. */
export function checkCollinearity(dataset: Dataset): readonly Issue[] {
  const channels = dataset.channels.flatMap((channel) =>
    directionOf(dataset, channel.name, mediaOf(channel)),
  );
  const controls = dataset.controls.flatMap(({ name, values }) => directionOf(dataset, name, values));
  const pairs = channels.flatMap((channel, i) =>
    channels.slice(0, i).map((other) => ({ channel, other, correlation: dot(channel.values, other.values) })),
  );
  const close = pairs.filter(
    ({ correlation }) => Math.abs(correlation) > checkThresholds.pairCorrelation.value,
  );
  const paired = new Set(close.flatMap(({ channel, other }) => [channel, other]));
  return [
    ...close.map(({ channel, other, correlation }) =>
      collinear(
        dataset,
        channel.name,
        `media should correlate with "${other.name}" by at most ${checkThresholds.pairCorrelation.value}`,
        showNumber(correlation),
      ),
    ),
    // Who is in a close pair has been named already.
    ...channels
      .filter((channel) => !paired.has(channel))
      .flatMap((channel) => {
        const inflation = varianceInflation(channel, [...channels, ...controls]);
        const limit = checkThresholds.varianceInflation.value;
        if (inflation <= limit) return [];
        const rule = `media should have a variance inflation of at most ${limit} given the other channels and the controls`;
        return [collinear(dataset, channel.name, rule, inflation === Infinity ? "∞" : showNumber(inflation))];
      }),
  ];
}

function collinear(dataset: Dataset, channel: string, rule: string, got: string): Issue {
  const place = placeOf(dataset, { channel });
  return makeIssue({
    code: "data.collinear-channels",
    severity: "warning",
    place,
    rule,
    got,
    advice: ADVICE,
  });
}

function mediaOf({ spend, exposure }: Channel): Float64Array {
  return exposure === undefined ? spend : exposure.values;
}

/** Nothing for a constant series, which has no direction. Cells differ in level and size, so each counts by its shape alone. */
function directionOf({ cells }: Dataset, name: string, values: Float64Array): readonly Direction[] {
  const parts = byCell(cells, values).map(unitOf);
  const moving = parts.filter((part) => part !== undefined).length;
  if (moving === 0) return [];
  if (cells.length === 1) return [{ name, values: parts[0]! }];
  const whole = new Float64Array(values.length);
  const share = Math.sqrt(moving);
  parts.forEach((part, g) => {
    if (part)
      whole.set(
        part.map((value) => value / share),
        g * part.length,
      );
  });
  return [{ name, values: whole }];
}

/** The series centred and of length 1; nothing for a constant one. */
function unitOf(values: Float64Array): Float64Array | undefined {
  // Scaled first, so that squares of very large or small values neither overflow nor vanish.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scaled = values.map((value) => value / largest);
  const centre = mean(scaled);
  const centred = scaled.map((value) => value - centre);
  const length = Math.sqrt(dot(centred, centred));
  return length > ROUNDING ? centred.map((value) => value / length) : undefined;
}

/** 1 / (1 − R²): what is left of the channel after taking out all others, one after another (modified Gram–Schmidt). */
function varianceInflation(channel: Direction, all: readonly Direction[]): number {
  const basis: Float64Array[] = [];
  const others = all.filter((direction) => direction !== channel);
  for (const { values } of [...others, channel]) {
    const residual = values.slice();
    for (const unit of basis) {
      const share = dot(residual, unit);
      residual.forEach((value, t) => (residual[t] = value - share * unit[t]!));
    }
    const length = Math.sqrt(dot(residual, residual));
    if (values === channel.values) return length > ROUNDING ? 1 / (length * length) : Infinity;
    if (length > ROUNDING) basis.push(residual.map((value) => value / length));
  }
  return 1;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, t) => total + value * b[t]!, 0);
}
