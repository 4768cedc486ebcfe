import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.js";
import { findRuntimes } from "./runtimes.js";

/** The fingerprint with everything it needs in one classic script. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { fingerprint } from "./fingerprint.ts"; fingerprint().then(globalThis.print);',
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    ...{ bundle: true, write: false, format: "iife", platform: "browser", conditions: ["@mmm/source"] },
    // The address of the model's worker target; not used in process.
    define: { "import.meta.url": '"file:///bundle.js"' },
  });
  return outputFiles[0].text;
}

/** Frozen: a change of any of these bits is a change that users must be told of, by a changeset. */
const frozen =
  "elementary 0533cac7; variates 6ccffe75; gradient dd9432a6; draws d18e34c7; roi 2d631847; rhat f9041cc7";

describe("the same seed gives the same bits", () => {
  it("as in every release", async () => {
    expect(await fingerprint()).toBe(frozen);
  });

  it(
    "in every engine that is here: this Node, Node 22 and 24 where npm brings them, Chromium where it is installed",
    { timeout: 180_000 },
    async () => {
      const script = await bundle();
      for (const { name, run } of findRuntimes()) expect(run(script), name).toBe(frozen);
    },
  );
});
