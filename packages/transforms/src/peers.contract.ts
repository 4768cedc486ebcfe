/** Numbers and gradients of the peers' definitions, against which a transform is judged. */

import { readFileSync } from "node:fs";
import { axis, compile, constant, contract, type Expression, input } from "@mmm/autodiff";
import { expect, test } from "vitest";

/** Parameters under the names of the peer. */
export type PeerParameters = Readonly<Record<string, number | boolean | string>>;

/** One result of a peer's definition. */
export interface PeerFixture {
  readonly peer: string;
  readonly name?: string;
  readonly params: PeerParameters;
  readonly input: string;
  readonly output: readonly number[];
}

/** The derivative of Σ sin(t + 1) · y[t] in each parameter. */
export interface PeerGradient {
  readonly name: string;
  readonly params: Readonly<Record<string, number>>;
  readonly input: string;
  readonly S: number;
  readonly grad: Readonly<Record<string, number>>;
}

/** A file of numbers beside a test; `source` says where they come from. */
export interface PeerReference {
  readonly source: string;
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly fixtures: readonly PeerFixture[];
  readonly gradients: readonly PeerGradient[];
}

export interface PeersCase {
  readonly reference: PeerReference;
  /** What we say for a fixture of a peer. */
  readonly value: (fixture: PeerFixture, x: Float64Array) => Float64Array;
  /** The same as an expression of the parameters under the names of the peer. */
  readonly graph?: (
    gradient: PeerGradient,
    x: Expression,
    parameters: Readonly<Record<string, Expression>>,
  ) => Expression;
  /** Relative; 1e-13 when left out. */
  readonly tolerance?: number;
  /** Absolute, where the peer's own form loses digits. */
  readonly decimals?: (fixture: PeerFixture) => number;
}

/** The numbers of a file beside the test. */
export function readReference<More extends object = object>(
  file: string,
  place: string,
): PeerReference & More {
  return JSON.parse(readFileSync(new URL(file, place), "utf8")) as PeerReference & More;
}

/** Judges values, and gradients where there are any. */
export function peersContract(given: PeersCase): void {
  const { reference, value, graph, tolerance = 1e-13, decimals = () => 0 } = given;
  const named = reference.fixtures.map(
    (f) => [`${f.peer} ${JSON.stringify(f.params)} of ${f.input}`, f] as const,
  );

  if (named.length > 0) {
    test.each(named)("%s", (_, fixture) => {
      const x = Float64Array.from(reference.inputs[fixture.input.split(",")[0]!]!);
      const all = value(fixture, x);
      // Meridian may be asked for the last periods only; the earlier ones are then history.
      expectClose(
        all.slice(all.length - fixture.output.length),
        fixture.output,
        tolerance,
        decimals(fixture),
      );
    });
  }

  if (graph === undefined) return;
  test.each(reference.gradients.map((g) => [g.name, g] as const))("gradient: %s", (_, gradient) => {
    expectPeerGradient(reference, gradient, graph);
  });
}

/** Every number within a relative and an absolute tolerance. */
export function expectClose(
  got: ArrayLike<number>,
  expected: readonly number[],
  tolerance: number,
  decimals = 0,
): void {
  expect(got.length).toBe(expected.length);
  expected.forEach((number, i) => {
    expect(Math.abs(got[i]! - number)).toBeLessThanOrEqual(tolerance * Math.abs(number) + decimals);
  });
}

function expectPeerGradient(
  { inputs }: PeerReference,
  gradient: PeerGradient,
  graph: NonNullable<PeersCase["graph"]>,
): void {
  const { params, input: name, S, grad } = gradient;
  const x = inputs[name]!;
  const time = axis("time", x.length);
  const parameters = Object.fromEntries(Object.keys(params).map((key) => [key, input(key)]));
  const weights = constant(
    x.map((_, t) => Math.sin(t + 1)),
    [time],
  );
  const program = compile({
    outputs: { total: contract(graph(gradient, constant(x, [time]), parameters), weights, ["time"]) },
    variables: Object.values(parameters),
    differentiate: "total",
  });
  const got = new Float64Array(program.dimension);
  const total = program.evaluateGradient(Object.values(params), got);
  expect(Math.abs(total / S - 1)).toBeLessThanOrEqual(1e-12);
  Object.keys(params).forEach((key, i) => {
    expect(Math.abs(got[i]! / grad[key]! - 1)).toBeLessThanOrEqual(1e-12);
  });
}
