/** Stan's calendar of warm-up: windows that share nothing, each twice as long as the one before. */

/** Draws until the first window, and the draw after each window's last. */
export interface StanSchedule {
  readonly start: number;
  readonly ends: readonly number[];
}

/** With fewer draws nothing but the step size is learned. */
const shortest = 20;
const initial = 75;
const firstWindow = 25;
const terminal = 50;

/**
 * 75 draws for the step size, windows of 25, 50, 100 … with the last stretched to the end, 50 draws for the step size. Below 150
 * draws: 15 %, one window of 75 %, 10 %.
 *
 * @example
 * stanSchedule(1000).ends; // => [100, 150, 250, 450, 950]
 */
export function stanSchedule(length: number): StanSchedule {
  if (length < shortest) return { start: length, ends: [] };
  if (length < initial + firstWindow + terminal) {
    const start = Math.floor(0.15 * length);
    return { start, ends: [length - Math.floor(0.1 * length)] };
  }
  const last = length - terminal;
  const ends: number[] = [];
  for (let end = initial, window = firstWindow; end < last; window *= 2) {
    // A window whose successor would not fit takes all that is left.
    end = end + window + 2 * window > last ? last : end + window;
    ends.push(end);
  }
  return { start: initial, ends };
}
