/** A fresh momentum: v ~ N(0, I) in whitened space, which mixes the energy levels. */
import { drawNormal } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { PhasePoint } from "./phase-point.js";

/** Draws the velocity of a point whose log density is known, and sets its energy. */
export function drawVelocity(point: PhasePoint, stream: RandomStream): void {
  const { velocity } = point;
  let square = 0;
  for (let i = 0; i < velocity.length; i++) {
    const v = drawNormal(stream);
    velocity[i] = v;
    square += v * v;
  }
  point.energy = 0.5 * square - point.logDensity;
}
