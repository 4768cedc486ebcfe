/** One configuration for all tests: packages, architecture, documentation. */
import { defineConfig } from "vitest/config";
import { closingLine } from "./tests/closing-line.js";

// Packages see each other's sources through the "@mmm/source" condition, so tests need no build of what they
// test; only worker threads, which plain Node starts, load `dist` (see scripts/set-up.mjs).
export default defineConfig({
  resolve: { conditions: ["@mmm/source"] },
  ssr: { resolve: { conditions: ["@mmm/source", "module", "node", "import", "default"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "tests/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    setupFiles: ["./tests/silence.ts"],
    reporters: ["default", closingLine],
    testTimeout: 60_000,
    pool: "threads",
    // Our modules hold no state that a test could leave behind, so files share what they load: a third of the time.
    isolate: false,
    maxWorkers: 2,
  },
});
