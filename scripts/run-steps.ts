/** Runs named steps of commands, two at a time, and keeps what each one says until it is done. */
import { spawn } from "node:child_process";

export interface Step {
  readonly name: string;
  /** Commands that follow each other; the first that fails ends the step. */
  readonly commands: readonly (readonly [string, ...string[]])[];
}

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

interface Options {
  readonly directory: string;
  readonly concurrency: number;
  readonly onResult: (result: StepResult) => void;
}

function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  directory: string,
): Promise<[boolean, string]> {
  return new Promise((resolve) => {
    const shell = process.platform === "win32"; // commands of node_modules/.bin are .cmd files there
    const child = spawn(command, args, { cwd: directory, shell, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => resolve([false, `${command}: ${error.message}\n`]));
    child.on("close", (code) => resolve([code === 0, Buffer.concat(chunks).toString("utf8")]));
  });
}

async function runStep({ name, commands }: Step, directory: string): Promise<StepResult> {
  const start = performance.now();
  let output = "";
  let passed = true;
  for (const command of commands) {
    const [succeeded, said] = await runCommand(command, directory);
    output += said;
    passed = succeeded;
    if (!passed) break;
  }
  return { name, passed, seconds: (performance.now() - start) / 1000, output };
}

/** Runs every step whether or not another fails; results come in the order in which steps end. */
export async function runSteps(steps: readonly Step[], options: Options): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps];
  async function work(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step, options.directory);
      results.push(result);
      options.onResult(result);
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, work));
  return results;
}
