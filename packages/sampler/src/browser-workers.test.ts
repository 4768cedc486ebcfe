/** Runs the compiled package in headless Chromium, where it is installed: it must have been built. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserWorkers } from "./browser-workers.js";
import { sample } from "./sample.js";
import type { SampleOptions } from "./sample-options.js";
import type { TargetModule } from "./target.js";

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const options: SampleOptions = { seed: "page", chains: 3, warmup: 60, draws: 40 };
const target: TargetModule = {
  module: `data:text/javascript,${encodeURIComponent(`
    export const make = (bend) => ({
      dimension: 2,
      evaluate(x, g) {
        const rest = x[1] - bend * x[0] * x[0];
        g[0] = -x[0] + 2 * bend * x[0] * rest;
        g[1] = -rest;
        return -0.5 * (x[0] * x[0] + rest * rest);
      },
    });`)}`,
  export: "make",
  data: 0.3,
};

/** What the page does: the same run, with a pause and a look, and posts what came out. */
const page = `
  import { startSampling } from "@mmm/sampler";
  import { browserWorkers } from "@mmm/sampler/browser";
  const options = ${JSON.stringify(options)};
  const run = startSampling(${JSON.stringify(target)}, { ...options, runChains: browserWorkers({ workers: 2 }) });
  run.pause();
  setTimeout(() => run.resume(), 50);
  const traces = await run.finished;
  const words = (numbers) => [...new Uint32Array(numbers.slice().buffer)];
  const report = traces.map(({ outcome, positions }) => ({ outcome, words: words(positions) }));
  await fetch("/report", { method: "POST", body: JSON.stringify(report) });`;

const packages = fileURLToPath(new URL("../..", import.meta.url));

/** A compiled file of ours, as a page without a bundler can import it: packages by address. */
function script(url: string): string | undefined {
  if (url === "/page.js") return withAddresses(page);
  const [, name, path] = /^\/(sampler|numerics)\/([\w./-]+\.js)$/.exec(url) ?? [];
  if (name === undefined || path === undefined) return undefined;
  return withAddresses(readFileSync(join(packages, name, "dist", path), "utf8"));
}

function withAddresses(source: string): string {
  return source
    .replaceAll("@mmm/sampler/browser", "/sampler/browser.js")
    .replaceAll('"@mmm/sampler"', '"/sampler/index.js"')
    .replaceAll(/"@mmm\/numerics"/g, '"/numerics/index.js"')
    .replaceAll(/"@mmm\/numerics\/([\w-]+)"/g, '"/numerics/$1/index.js"');
}

describe.skipIf(chromium === undefined)("chains in web workers of Chromium", () => {
  let reported: Promise<string>;
  let end = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    const profile = mkdtempSync(join(tmpdir(), "mmm-chromium-"));
    let tell: (report: string) => void = () => {};
    reported = new Promise((resolve) => (tell = resolve));
    const server = createServer((request, response) => {
      if (request.method === "POST") {
        let body = "";
        request.on("data", (part: Buffer) => (body += part.toString()));
        request.on("end", () => (tell(body), response.end()));
        return;
      }
      const text = script(request.url ?? "");
      response.setHeader("content-type", text === undefined ? "text/html" : "text/javascript");
      response.end(text ?? '<!doctype html><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const words = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic"];
    const browser = spawn(
      chromium!,
      [
        ...words,
        "--disable-background-networking",
        "--remote-debugging-port=0", // keeps headless Chromium open
        `--user-data-dir=${profile}`,
        `http://127.0.0.1:${port}/`,
      ],
      { stdio: "ignore" },
    );
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    end = async () => {
      browser.kill("SIGKILL");
      server.closeAllConnections();
      server.close();
      await gone;
      // Chromium's own children write for a moment after it has gone.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    };
  });
  afterAll(() => end(), 30_000);

  test("draw the bits of this thread, paused and resumed", { timeout: 30_000 }, async () => {
    const report = JSON.parse(await reported) as { outcome: unknown; words: number[] }[];
    const here = await sample(target, options);
    expect(report.map(({ outcome }) => outcome)).toEqual(["finished", "finished", "finished"]);
    for (const [chain, { words }] of report.entries()) {
      expect(words).toEqual([...new Uint32Array(here[chain].positions.slice().buffer)]);
    }
  });
});

describe("browser workers", () => {
  test("need at least one worker, and a module as target", async () => {
    expect(() => browserWorkers({ workers: 0 })).toThrow(
      "browserWorkers.workers: must be a whole number ≥ 1",
    );
    const density = { dimension: 1, evaluate: () => 0 };
    await expect(sample(density, { seed: 1, runChains: browserWorkers() })).rejects.toThrow(
      "browserWorkers: the target must be a TargetModule",
    );
  });

  test("whose script cannot be loaded say so in each chain", async () => {
    const startWorker = (): unknown => {
      const nothing = (): void => {};
      const worker = {
        onerror: undefined as ((event: object) => void) | undefined,
        ...{ postMessage: nothing, terminate: nothing },
      };
      setTimeout(() => worker.onerror?.({}), 1);
      return worker;
    };
    const traces = await sample(target, {
      ...options,
      runChains: browserWorkers({ workers: 2, startWorker }),
    });
    expect(traces.map(({ outcome }) => outcome)).toEqual(
      traces.map(() => ({
        failed:
          'worker: must live until its chain ends, got "its script cannot be loaded". Draws of other chains are kept.',
      })),
    );
  });
});
