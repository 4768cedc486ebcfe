/**
 * Our presets beside the libraries whose models they are: `npm run bench -- peers` is this.
 *
 *     npm run bench -- peers [--cases "meridian;panel"] [--only densities|fits] [--draws FOLDER] [--write]
 *
 * Runs what the Python of MMM_PEERS_PYTHON (python3 if it is not set) has, and says in one line what it has not. `--draws` keeps what the
 * libraries drew, and reads what is there, because their fits take minutes. `--write` keeps a few answers for the tests. Rows of
 * benchmarks/results/peers.json that are measured anew are replaced, the others stay.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { askDraws, hasPeer, type PeerDraws } from "./ask-peer.js";
import { compareDensities } from "./compare-densities.js";
import { compareFits, type FitComparisons } from "./compare-fits.js";
import type { Distance } from "./compile-comparison.js";
import { isHere, type PeerCase, peerCases } from "./peer-case.js";

interface CaseResult {
  readonly densities?: Distance;
  readonly fits?: FitComparisons;
}

const file = new URL("../../../../benchmarks/results/peers.json", import.meta.url);

function writeResult(name: string, result: CaseResult): void {
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, CaseResult>)
    : {};
  const whole = { ...known, [name]: { ...known[name], ...result } };
  const sorted = peerCases.flatMap((own) =>
    own.name in whole ? [[own.name, whole[own.name]] as const] : [],
  );
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** What the library drew, kept in a folder where one is given. */
function drawsOf(peerCase: PeerCase, folder: string | undefined): PeerDraws {
  const kept = folder === undefined ? undefined : join(folder, `${peerCase.name}.json`);
  if (kept !== undefined && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as PeerDraws;
  const drawn = askDraws(peerCase, 1);
  if (kept !== undefined) {
    mkdirSync(folder!, { recursive: true });
    writeFileSync(kept, JSON.stringify(drawn));
  }
  return drawn;
}

function printFits(name: string, { rows, seconds, maxRhatOurs, maxRhatTheirs }: FitComparisons): void {
  console.log(
    `${name}: fits; ours ${seconds.toFixed(1)} s, R-hat ${maxRhatOurs.toFixed(3)}; theirs R-hat ${maxRhatTheirs.toFixed(3)}`,
  );
  const cell = (value: number): string => value.toPrecision(4).padStart(11);
  const score = (value: number): string => value.toFixed(1).padStart(6);
  console.log(
    `${"".padEnd(28)}${"mean: ours     theirs      sd: ours     theirs   z: mean    sd   5 %  95 %".padStart(72)}`,
  );
  for (const { quantity, ours, theirs, z } of rows) {
    const values = [ours.mean, theirs.mean, ours.sd, theirs.sd].map(cell).join("");
    console.log(`${quantity.padEnd(28)}${values}   ${[z.mean, z.sd, z.low, z.high].map(score).join("")}`);
  }
  const all = rows.flatMap(({ z }) => [z.mean, z.sd, z.low, z.high]).filter(Number.isFinite);
  const outside = all.filter((value) => Math.abs(value) > 2).length;
  console.log(
    `${name}: largest |z| ${Math.max(...all.map(Math.abs)).toFixed(2)}, ${outside} of ${all.length} outside ±2`,
  );
}

const { values: options } = parseArgs({
  options: {
    ...{ cases: { type: "string" }, only: { type: "string" }, draws: { type: "string" } },
    write: { type: "boolean", default: false },
  },
});
const wanted = options.cases?.split(";");
for (const peerCase of peerCases) {
  const { name, module } = peerCase;
  if (wanted !== undefined && !wanted.some((part) => name.includes(part))) continue;
  if (!isHere(peerCase)) {
    console.log(`${name}: its data are not beside the project (${peerCase.file}); nothing to compare.`);
  } else if (!hasPeer(peerCase)) {
    console.log(
      `${name}: ${module} is not installed, left out (MMM_PEERS_PYTHON names a Python that has it)`,
    );
  } else {
    if (options.only !== "fits") {
      const densities = await compareDensities(peerCase, options.write);
      const [log, slope] = [densities.logDensity, densities.gradient].map((value) => value.toExponential(1));
      console.log(`${name}: 20 points; log density differs by ${log}, gradient by ${slope} (relative)`);
      writeResult(name, { densities });
    }
    if (options.only !== "densities") {
      const fits = await compareFits(peerCase, drawsOf(peerCase, options.draws));
      printFits(name, fits);
      writeResult(name, { fits });
    }
  }
}
