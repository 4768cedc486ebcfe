/** A run of nutpie or NumPyro on a target of ours: they ask this process for every log density. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LogDensity } from "@mmm/sampler";
import type { Draws } from "../sample-here.js";

/** A Python with nutpie or numpyro in it. */
const python = process.env["MMM_PEERS_PYTHON"] ?? "python3";
const program = fileURLToPath(new URL("peer.py", import.meta.url));

export interface PeerRun {
  readonly seed: number;
  readonly warmup: number;
  readonly draws: number;
  readonly chains: number;
}

/** Whether a module can be imported there. */
export function hasPeer(module: string): boolean {
  return spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;
}

export async function runPeer(engine: string, density: LogDensity, run: PeerRun): Promise<Draws> {
  const { seed, warmup, draws, chains } = run;
  const arguments_ = [program, engine, ...[density.dimension, seed, warmup, draws, chains].map(String)];
  const child = spawn(python, arguments_, { stdio: ["pipe", "pipe", "pipe"] });
  const result = await serve(child, density, 2 + chains * draws * density.dimension);
  const [gradients, divergences] = [result[0]!, result[1]!];
  return { ...{ chains, draws, gradients, divergences }, positions: result.subarray(2), seconds: null };
}

const positionMark = "E".charCodeAt(0);

/** Answers positions until the draws come. */
function serve(child: ChildProcess, density: LogDensity, resultLength: number): Promise<Float64Array> {
  const { dimension } = density;
  const answer = new Float64Array(dimension + 1);
  const gradient = answer.subarray(1);
  let waiting: Buffer = Buffer.alloc(0);
  let errors = "";
  child.stderr!.on("data", (text: Buffer) => (errors += text.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code !== 0)
        reject(new Error(`${child.spawnfile}: must end well, got exit ${code}. ${errors.slice(-2000)}`));
    });
    child.stdout!.on("data", (bytes: Buffer) => {
      waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
      for (;;) {
        const isPosition = waiting[0] === positionMark;
        const length = isPosition ? dimension : resultLength;
        if (waiting.length < 1 + 8 * length) return;
        const numbers = new Float64Array(
          waiting.buffer.slice(waiting.byteOffset + 1, waiting.byteOffset + 1 + 8 * length),
        );
        waiting = waiting.subarray(1 + 8 * length);
        if (!isPosition) return resolve(numbers);
        answer[0] = density.evaluate(numbers, gradient);
        child.stdin!.write(Buffer.from(answer.slice().buffer));
      }
    });
  });
}
