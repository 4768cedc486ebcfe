/** The door through which `Draws` are made: nothing with wrong lengths or doubled names gets in. */
import { checkDraws } from "./check-draws.js";
import type { Draws } from "./draws.js";

/**
 * Makes `Draws`, after checking that every array has the length that chains, draws and axes ask for and that every
 * name is given once.
 *
 * @param parts  `chains` and `draws` (per chain, after warm-up) ≥ 1; parameters; statistics. Arrays are kept, not copied.
 * @returns  the same parts, frozen at the top
 * @throws  {Error} with all faults, one a line
 * @example
 * makeDraws(exampleDraws()).parameters.map((parameter) => parameter.name); // => ["intercept", "roi", "noise"]
 */
export function makeDraws(parts: Draws): Draws {
  const faults = checkDraws(parts);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const { chains, draws, parameters, statistics } = parts;
  return Object.freeze({ chains, draws, parameters, statistics });
}
