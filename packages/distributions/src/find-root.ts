/** Where a rising function of one number passes zero, without its derivative. */

/** Halving alone needs about 60 steps from any bracket of doubles of one size; interpolation needs about ten. */
const stepsAtMost = 200;
const precision = 2.220446049250313e-16;

/**
 * The zero of a rising function: a bracket that grows from a guess, then Chandrupatla's mixture of inverse quadratic
 * interpolation and halving.
 *
 * @param f      rising; NaN is not allowed
 * @param guess  any finite number
 * @param reach  how far the zero may lie from the guess; there and beyond f is not asked
 * @returns      the zero to the last bits, or `undefined` where f does not change its sign within reach
 * @source chandrupatla1997
 */
export function findRoot(f: (x: number) => number, guess: number, reach: number): number | undefined {
  let [low, high] = [guess, guess];
  let [atLow, atHigh] = [f(guess), f(guess)];
  for (let step = Math.min(1, reach); atLow > 0; step = Math.min(2 * step, reach)) {
    if (guess - low >= reach) return undefined;
    [high, atHigh] = [low, atLow];
    low = guess - step;
    atLow = f(low);
  }
  for (let step = Math.min(1, reach); atHigh < 0; step = Math.min(2 * step, reach)) {
    if (high - guess >= reach) return undefined;
    [low, atLow] = [high, atHigh];
    high = guess + step;
    atHigh = f(high);
  }
  return narrow(f, { x: low, value: atLow }, { x: high, value: atHigh });
}

interface Point {
  readonly x: number;
  readonly value: number;
}

function narrow(f: (x: number) => number, low: Point, high: Point): number {
  let [newest, opposite, former] = [high, low, low];
  let share = 0.5;
  for (let count = 0; count < stepsAtMost; count++) {
    const best = Math.abs(newest.value) < Math.abs(opposite.value) ? newest : opposite;
    const width = opposite.x - newest.x;
    const least = (precision * Math.abs(best.x) + 1e-300) / Math.abs(width);
    if (best.value === 0 || !(least < 0.5)) return best.x;
    const x = newest.x + Math.min(1 - least, Math.max(least, share)) * width;
    const point = { x, value: f(x) };
    if (point.value > 0 === newest.value > 0) former = newest;
    else [former, opposite] = [opposite, newest];
    newest = point;
    share = nextShare(newest, opposite, former);
  }
  return newest.x;
}

/** Where the quadratic through three points passes zero, as a share of the bracket; ½ where it can not be trusted. */
function nextShare(a: Point, b: Point, c: Point): number {
  const place = (a.x - b.x) / (c.x - b.x);
  const height = (a.value - b.value) / (c.value - b.value);
  if (!(height * height < place && (1 - height) * (1 - height) < 1 - place)) return 0.5;
  const straight = (a.value / (b.value - a.value)) * (c.value / (b.value - c.value));
  const bent =
    ((c.x - a.x) / (b.x - a.x)) * (a.value / (c.value - a.value)) * (b.value / (c.value - b.value));
  return straight + bent;
}
