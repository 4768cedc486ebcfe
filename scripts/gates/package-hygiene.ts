/** Gate: each package as npm would hold it is packed without stray files and read by publint and by attw. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { workspacePackages, type WorkspacePackage } from "../workspace-packages.js";
import { strayFiles } from "./stray-files.js";

const run = promisify(execFile);

/** What a command says when it refuses, or nothing. */
async function refusal(command: string, args: readonly string[], cwd: string): Promise<string[]> {
  try {
    await run(command, args, { cwd, maxBuffer: 2 ** 26 });
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return [`${stdout}${stderr}`.trim()];
  }
}

async function faultsOf({ name, directory }: WorkspacePackage, destination: string): Promise<string[]> {
  const packed = await run("pnpm", ["pack", "--json", "--pack-destination", destination], { cwd: directory });
  const { filename, files } = JSON.parse(packed.stdout) as { filename: string; files: { path: string }[] };
  const faults = [
    ...strayFiles(files.map(({ path }) => path)),
    ...(await refusal("publint", ["--strict", filename], directory)),
    ...(await refusal("attw", ["--profile", "esm-only", "--format", "ascii", filename], directory)),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

const destination = mkdtempSync(join(tmpdir(), "mmm-packed-"));
for (const workspacePackage of workspacePackages()) {
  for (const fault of await faultsOf(workspacePackage, destination)) {
    process.stdout.write(`${fault}\n`);
    process.exitCode = 1;
  }
}
rmSync(destination, { recursive: true, force: true });
