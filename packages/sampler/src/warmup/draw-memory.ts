/** Draws and gradients themselves, kept for metrics that need more than their means and variances. */
import type { PhasePoint } from "../hamiltonian/phase-point.js";

/** The draws of the foreground window; those from `split` on are the background too. Plain data. */
export interface DrawMemory {
  positions: Float64Array[];
  gradients: Float64Array[];
  split: number;
}

export function makeDrawMemory(): DrawMemory {
  return { positions: [], gradients: [], split: 0 };
}

export function rememberDraw(memory: DrawMemory, { position, gradient }: PhasePoint): void {
  memory.positions.push(position.slice());
  memory.gradients.push(gradient.slice());
}

/**
 * The background becomes the foreground, with older draws before it up to `least`; a new background begins.
 *
 * @returns how many draws were forgotten
 */
export function switchMemory(memory: DrawMemory, least = 0): number {
  const from = Math.min(memory.split, Math.max(0, memory.positions.length - least));
  memory.positions = memory.positions.slice(from);
  memory.gradients = memory.gradients.slice(from);
  memory.split = memory.positions.length;
  return from;
}
