/** `npm run check`: every gate of the house, or those that are named: `npm run check -- lint types`. */
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runSteps, type Step, type StepResult } from "./run-steps.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The gates; long ones stand first, so that two at a time end early. CONTRIBUTING.md says what each one asks. */
const steps: readonly Step[] = [
  { name: "documentation", commands: [["vitest", "run", "tests/docs"]] },
  { name: "package hygiene", commands: [["tsx", "scripts/gates/package-hygiene.ts"]] },
  {
    name: "types",
    commands: [
      ["tsx", "scripts/extract-documentation.ts"],
      ["tsc", "-b"],
      ["tsc", "-p", "tsconfig.all.json"],
    ],
  },
  { name: "format", commands: [["prettier", "--check", "--log-level", "warn", "."]] },
  { name: "dead code", commands: [["knip"]] },
  { name: "architecture", commands: [["vitest", "run", "tests/architecture"]] },
  { name: "generated files", commands: [["tsx", "scripts/gates/generated-files.ts"]] },
  { name: "sizes", commands: [["size-limit"]] },
  { name: "lint", commands: [["oxlint", "--deny-warnings"]] },
  { name: "browser bundle", commands: [["tsx", "scripts/gates/browser-bundle.ts"]] },
];

function report({ name, passed, seconds, output }: StepResult): void {
  process.stdout.write(
    `${passed ? "passed" : "FAILED"}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s\n`,
  );
  if (!passed) process.stdout.write(`${output.trimEnd().replaceAll(/^/gm, "        ")}\n`);
}

function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name.startsWith(name)));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(", ");
    process.stderr.write(`check: knows no gate "${unknown.join('", "')}" (${known})\n`);
    process.exit(2);
  }
  return names.length === 0
    ? steps
    : steps.filter(({ name }) => names.some((start) => name.startsWith(start)));
}

process.env["PATH"] = [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
process.env["NO_COLOR"] = "1";
const start = performance.now();
const chosen = chosenSteps(process.argv.slice(2));
const results = await runSteps(chosen, { directory: root, concurrency: 2, onResult: report });
const failed = results.filter(({ passed }) => !passed);
const seconds = ((performance.now() - start) / 1000).toFixed(0);
process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed in ${seconds} s\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
