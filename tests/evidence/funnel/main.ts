/**
 * The neck of Neal's funnel: how often w < −5, which is so with probability Φ(−5/3), over many seeds.
 *
 *     npm run evidence -- funnel [--seeds 20] [--legs 9]
 *
 * Each seed is a run of 16 chains × 3,000 draws with the adaptive integrator, and one with steps of fixed length to compare. Fails
 * where the share over all seeds is more than three standard errors off (by chance once in 370 such commands), the error taken
 * from how the chains differ.
 */

import { parseArgs } from "node:util";
import { exp, normalCdf } from "@mmm/numerics";
import { type IntegratorKind, type LogDensity, sample } from "@mmm/sampler";

const { values } = parseArgs({
  options: { seeds: { type: "string", default: "20" }, legs: { type: "string", default: "9" } },
});
const legs = Number(values.legs);
const chains = 16;
const draws = 3000;
const exact = normalCdf(-5 / 3);

/** w ~ N(0, 3²), legs ~ N(0, e^w). */
const funnel: LogDensity = {
  dimension: legs + 1,
  evaluate(x, g) {
    const precision = exp(-x[0]!);
    let square = 0;
    for (let i = 1; i <= legs; i++) {
      square += x[i]! * x[i]!;
      g[i] = -x[i]! * precision;
    }
    g[0] = -x[0]! / 9 + 0.5 * square * precision - 0.5 * legs;
    return -0.5 * ((x[0]! * x[0]!) / 9 + square * precision + legs * x[0]!);
  },
};

/** Of each chain: the share of its draws in the neck. */
async function sharesInNeck(seed: number, integrator: IntegratorKind): Promise<readonly number[]> {
  const traces = await sample(funnel, { seed, chains, warmup: 800, draws, integrator });
  return traces.map(({ positions, dimension }) => {
    let inNeck = 0;
    for (let n = 0; n < draws; n++) if (positions[n * dimension]! < -5) inNeck++;
    return inNeck / draws;
  });
}

function describe(shares: readonly number[]): { text: string; z: number } {
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const spread = shares.reduce((sum, value) => sum + (value - share) ** 2, 0) / (shares.length - 1);
  const error = Math.sqrt(spread / shares.length);
  const z = (share - exact) / error;
  return { text: `${share.toFixed(4)} ± ${error.toFixed(4)}`.padEnd(20), z };
}

console.log(`P(w < −5) = ${exact.toFixed(4)}; ${legs} legs, ${chains} chains of ${draws} draws per seed`);
console.log(`seed     ${"adaptive".padEnd(20)} fixed steps`);
const adaptive: number[] = [];
const fixed: number[] = [];
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const [here, there] = [await sharesInNeck(seed, "adaptive"), await sharesInNeck(seed, "leapfrog")];
  adaptive.push(...here);
  fixed.push(...there);
  console.log(`${String(seed).padEnd(8)} ${describe(here).text} ${describe(there).text}`);
}
const all = describe(adaptive);
console.log(`all      ${all.text} ${describe(fixed).text}`);
if (!(Math.abs(all.z) < 3)) process.exitCode = 1;
