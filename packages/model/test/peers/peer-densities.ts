/** PeerDensities: what libraries said of a few points, kept beside the tests so that these need no Python. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { PeerAnswer } from "./compile-comparison.js";
import type { PeerCase } from "./peer-case.js";

/** A point and what was said of it. */
export interface KnownDensity extends PeerAnswer {
  /** Our position. */
  readonly position: readonly number[];
}

const fileOf = ({ name }: PeerCase): URL => new URL(`densities/${name}.json`, import.meta.url);

/** What is kept of a case. */
export function readPeerDensities(peerCase: PeerCase): readonly KnownDensity[] {
  const file = fileOf(peerCase);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly KnownDensity[]) : [];
}

/** Keeps answers in the place of what was there. */
export function writePeerDensities(peerCase: PeerCase, known: readonly KnownDensity[]): void {
  writeFileSync(fileOf(peerCase), `${JSON.stringify(known)}\n`);
}
