/** Draws of one number per observation: what predictive checks and cross-validation read. */
import type { Chains } from "../chains/chains.js";
import type { Draws } from "../draws/draws.js";
import { listElements } from "../draws/list-elements.js";

/**
 * Draws of one number per observation: its log likelihood, a replicated value, an expectation.
 *
 * `values` has shape chain × draw × observation, row by row. `observations` names what stands at each position of the
 * last axis, so that a result can say which week or cell it means.
 */
export interface ObservationDraws {
  readonly values: Float64Array;
  readonly chains: number;
  readonly draws: number;
  readonly observations: readonly string[];
}

/**
 * Makes `ObservationDraws`, after checking that the numbers fill their shape and that every observation has a name of
 * its own.
 *
 * @param parts  chain × draw × observation; the array is kept, not copied
 * @returns  the same parts
 * @throws  {Error} with all faults, one a line
 * @example
 * makeObservationDraws({ values: Float64Array.of(-1, -2, -1, -3), chains: 1, draws: 2, observations: ["w1", "w2"] }).draws; // => 2
 */
export function makeObservationDraws(parts: ObservationDraws): ObservationDraws {
  const { values, chains, draws, observations } = parts;
  const expected = chains * draws * observations.length;
  const faults = observations.flatMap((name, i) =>
    observations.indexOf(name) === i
      ? []
      : [`observations: every observation must have a name of its own, got "${name}" twice. Rename one.`],
  );
  if (values.length !== expected || expected === 0) {
    faults.push(
      `observations: values must hold chains × draws × observations numbers, at least 1, got ${values.length} for ` +
        `${chains} × ${draws} × ${observations.length}. Give one number per draw and observation.`,
    );
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return { values, chains, draws, observations };
}

/**
 * All elements of one parameter as observations: how a log likelihood or replicated data kept among `draws` is handed
 * on.
 *
 * @param draws  where to look
 * @param name   of the parameter; its axes are flattened, last axis fastest
 * @returns  chain × draw × element; an observation is called by its coordinates, `Berlin, 2024-01-01`, or by the
 *           parameter's name where it has no axes
 * @throws  {Error} for an unknown parameter
 * @example
 * selectObservations(exampleDraws(), "roi").observations; // => ["tv", "radio", "search"]
 */
export function selectObservations(draws: Draws, name: string): ObservationDraws {
  const parameter = draws.parameters.find((each) => each.name === name);
  if (parameter === undefined) {
    const known = draws.parameters.map((each) => each.name).join(", ");
    throw new Error(`draws: unknown parameter, got "${name}" (${known}). Choose one of these.`);
  }
  const elements = listElements({ ...draws, parameters: [parameter] });
  const observations = elements.map(
    ({ coordinates, label }) => Object.values(coordinates).join(", ") || label,
  );
  return { values: parameter.values, chains: draws.chains, draws: draws.draws, observations };
}

/** The draws of observation `i`, a copy. */
export function observationChains(x: ObservationDraws, i: number): Chains {
  const width = x.observations.length;
  const values = new Float64Array(x.chains * x.draws);
  for (let s = 0; s < values.length; s++) values[s] = x.values[s * width + i];
  return { values, chains: x.chains, draws: x.draws };
}

type ObservationShape = Omit<ObservationDraws, "values">;

/** Refuses draws and observations of another form than those they are used with. */
export function checkSameObservations(place: string, x: ObservationShape, y: ObservationShape): void {
  const shape = ({ chains, draws, observations }: ObservationShape): string =>
    `${chains} × ${draws} × ${observations.length}`;
  if (shape(x) !== shape(y)) {
    throw new Error(
      `${place}: must have shape chain × draw × observation ${shape(x)}, got ${shape(y)}. Give draws of one fit.`,
    );
  }
  const other = y.observations.findIndex((name, i) => name !== x.observations[i]);
  if (other >= 0) {
    throw new Error(
      `${place}: observation ${other + 1} must be "${x.observations[other]}", got "${y.observations[other]}". ` +
        `Put both in the same order.`,
    );
  }
}
