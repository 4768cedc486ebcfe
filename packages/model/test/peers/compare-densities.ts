/** The comparison of log densities and gradients with a library that is asked now. */

import { askDensities } from "./ask-peer.js";
import { comparedPositions } from "./compared-positions.js";
import { compileComparison, type Distance, distanceOf } from "./compile-comparison.js";
import type { PeerCase } from "./peer-case.js";
import { writePeerDensities } from "./peer-densities.js";

/** Compares at twenty points; where asked, keeps two of the posterior and one of the prior for the tests. */
export async function compareDensities(peerCase: PeerCase, keep: boolean): Promise<Distance> {
  const comparison = compileComparison(peerCase);
  const positions = await comparedPositions(comparison, 20);
  const answers = askDensities(peerCase, comparison.cells, positions.map(comparison.pointAt));
  if (keep) {
    const known = [0, 5, 15].map((i) => ({ position: [...positions[i]!], ...answers[i]! }));
    writePeerDensities(peerCase, known);
  }
  return distanceOf(
    positions.map(comparison.ours),
    positions.map((position, i) => comparison.theirs(position, answers[i]!)),
  );
}
