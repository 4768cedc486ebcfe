/** Questions to the libraries themselves, in the Python that MMM_PEERS_PYTHON names. */

import { spawnSync } from "node:child_process";
import type { PeerAnswer, PeerPoint } from "./compile-comparison.js";
import type { PeerCase } from "./peer-case.js";

/** [chain][draw][element] by the peer's names. */
export type PeerDraws = Readonly<Record<string, readonly (readonly (readonly number[])[])[]>>;

const python = process.env["MMM_PEERS_PYTHON"] ?? "python3";

/** Whether the library of a case can be imported there. */
export function hasPeer({ module }: PeerCase): boolean {
  return spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;
}

/** Log density and gradient at points whose cells stand in the order of `cells`. */
export function askDensities(
  peerCase: PeerCase,
  cells: readonly string[],
  points: readonly PeerPoint[],
): readonly PeerAnswer[] {
  return run(peerCase, ["density"], JSON.stringify({ cells, points })) as readonly PeerAnswer[];
}

/** A fit of four chains by the library's own door, with the lengths that the case states. */
export function askDraws(peerCase: PeerCase, seed: number): PeerDraws {
  return run(peerCase, ["fit", ...peerCase.fitLengths.map(String), String(seed)], "") as PeerDraws;
}

function run({ program, file }: PeerCase, arguments_: readonly string[], input: string): unknown {
  const { status, stdout, stderr } = spawnSync(python, [program, file, ...arguments_], {
    ...{ input, encoding: "utf8", maxBuffer: 1e9 },
  });
  if (status !== 0) throw new Error(`${program}: must end well, got exit ${status}. ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as unknown;
}
