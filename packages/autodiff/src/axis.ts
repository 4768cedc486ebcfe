/** Named axes: what lets two arrays meet by meaning instead of by position. */

/** One named dimension of an array. Two axes are the same axis when their names agree; then their sizes must. */
export interface Axis {
  readonly name: string;
  /** Number of coordinates, an integer ≥ 1. */
  readonly size: number;
}

/**
 * Makes a named axis.
 *
 * @param name  what the axis counts, e.g. `"time"`, `"channel"`
 * @param size  number of coordinates, an integer ≥ 1
 * @returns     the axis
 * @throws {RangeError} when the size is not a whole number ≥ 1
 * @example
 * axis("time", 156).size; // => 156
 */
export function axis(name: string, size: number): Axis {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(
      `axis "${name}": size must be a whole number ≥ 1, got ${size}. Give the number of coordinates.`,
    );
  }
  return { name, size };
}

/**
 * Number of elements of an array with these axes; 1 for a scalar.
 *
 * @param axes  the axes
 * @returns     the product of their sizes
 * @example
 * elementCount([axis("channel", 3), axis("time", 4)]); // => 12
 */
export function elementCount(axes: readonly Axis[]): number {
  return axes.reduce((count, { size }) => count * size, 1);
}

/** Whether both lists name the same axes in the same order. */
export function sameAxes(a: readonly Axis[], b: readonly Axis[]): boolean {
  return a.length === b.length && a.every(({ name }, i) => b[i]!.name === name);
}

export function hasAxis(axes: readonly Axis[], name: string): boolean {
  return axes.some((candidate) => candidate.name === name);
}

/**
 * The axes of a broadcast result. The operand with more axes gives the order; axes that only the other has go in
 * front, so that the innermost axis (time, wherever there is time) stays innermost.
 */
export function mergeAxes(a: readonly Axis[], b: readonly Axis[]): readonly Axis[] {
  const [order, other] = b.length > a.length ? [b, a] : [a, b];
  const added = other.filter(({ name }) => !hasAxis(order, name));
  return added.length === 0 ? order : [...added, ...order];
}

/** The first axis on which two lists disagree in size, if any. */
export function clashingAxis(a: readonly Axis[], b: readonly Axis[]): readonly [Axis, Axis] | undefined {
  for (const axis of a) {
    const other = b.find(({ name }) => name === axis.name);
    if (other !== undefined && other.size !== axis.size) return [axis, other];
  }
  return undefined;
}

/**
 * Axes in words.
 *
 * @param axes  the axes
 * @returns     their names and sizes, or `scalar`
 * @example
 * describeAxes([axis("channel", 3), axis("time", 156)]); // => "[channel 3, time 156]"
 */
export function describeAxes(axes: readonly Axis[]): string {
  return axes.length === 0 ? "scalar" : `[${axes.map(({ name, size }) => `${name} ${size}`).join(", ")}]`;
}
