/** PeerParameter: one parameter of another library as an expression of our position. */

import { add, constant, type Expression, sum } from "@mmm/autodiff";
import type { ModelTerms } from "../../src/terms/model-terms.js";

/** A parameter of a peer. */
export interface PeerParameter {
  /** As the peer calls it. */
  readonly name: string;
  /** Its value in the peer's units, elements in the peer's order. */
  readonly value: Expression;
  /** Scalar: log |d value / d position| up to a constant; absent where it is constant. */
  readonly logJacobian?: Expression;
}

/** A parameter that is the one block of a name. */
export function fromBlock({ blocks }: ModelTerms, name: string, peerName: string): PeerParameter {
  const found = blocks.filter((own) => own.name === name);
  if (found.length !== 1) throw new Error(`${name}: must be one block, got ${found.length}`);
  const { value, support, coordinate } = found[0]!;
  return { name: peerName, value, logJacobian: sum(support.logJacobian(coordinate)) };
}

/** Scalar: Σ log Jacobians. */
export function totalLogJacobian(parameters: readonly PeerParameter[]): Expression {
  return parameters.reduce((total, { logJacobian }) => add(total, logJacobian ?? 0), constant(0));
}
