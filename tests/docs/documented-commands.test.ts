/** Every command that the documentation gives a reader to type runs as it is written. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../files-below.js";
import { markdownFiles, readText } from "./documentation-on-disk.js";
import { documentedCommands, reasonNotToRun } from "./documented-commands.js";

/** Commands that are not run here, each with its reason; above all those that would write to the sources. */
const notRun: Readonly<Record<string, string>> = {
  "npm test": "this test is a part of it",
  "npm run check": "it runs this test",
  "npm run bench": "it measures, for minutes",
  "npm run format": "it rewrites the sources",
  "npx vitest": "this test is a part of it",
  "npx tsc": "a gate of its own",
  "npx oxlint": "a gate of its own",
};

const secondsPerCommand = 60;

test("lines that start our programs are collected, with continuations and without remarks", () => {
  const markdown = [
    "```sh",
    "git clone x",
    "$ npm run demo",
    "mmm fit a.csv \\",
    "  --draws 10   # quick",
    "npxx",
    "```",
  ].join("\n");
  expect(documentedCommands("a.md", markdown)).toEqual([
    { file: "a.md", line: 3, command: "npm run demo" },
    { file: "a.md", line: 4, command: "mmm fit a.csv --draws 10" },
  ]);
});

test("an entry of the table covers its arguments and nothing that only begins alike", () => {
  expect(reasonNotToRun("npm test -- --coverage", { "npm test": "slow" })).toBe("slow");
  expect(reasonNotToRun("npm testing", { "npm test": "slow" })).toBeUndefined();
});

/** A folder that looks like the repository and takes what commands write, with the shared data beside it. */
function workplace(): string {
  const parent = mkdtempSync(join(tmpdir(), "mmm-commands-"));
  const place = join(parent, "main");
  mkdirSync(place);
  const hidden = new Set([".git", ".turbo", "mmm-demo"]);
  for (const entry of readdirSync(root))
    if (!hidden.has(entry)) symlinkSync(join(root, entry), join(place, entry));
  const shared = join(root, "../shared");
  if (existsSync(shared)) symlinkSync(shared, join(parent, "shared"));
  mkdirSync(join(parent, "bin"));
  const cli = join(root, "packages/cli/bin/mmm.js");
  writeFileSync(join(parent, "bin/mmm"), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, {
    mode: 0o755,
  });
  return parent;
}

function expectToRun(command: string, parent: string): Promise<void> {
  const path = [join(parent, "bin"), process.env["PATH"] ?? ""].join(delimiter);
  const env = { ...process.env, PATH: path, NO_COLOR: "1" };
  // Under vitest NODE_ENV and VITEST would tell a program that it is being tested.
  delete (env as NodeJS.ProcessEnv)["NODE_ENV"];
  delete (env as NodeJS.ProcessEnv)["VITEST"];
  return new Promise((resolve, reject) => {
    const options = { cwd: join(parent, "main"), env, timeout: secondsPerCommand * 1000, maxBuffer: 2 ** 26 };
    execFile("sh", ["-c", command], options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`${command}: must succeed, got exit code ${error.code}\n${stdout}\n${stderr}`));
    });
  });
}

const commands = markdownFiles().flatMap((file) => documentedCommands(file, readText(file) as string));
const noShared = !existsSync(join(root, "../shared"));

describe("documented commands", () => {
  // The commands of one file follow each other in one place, because a reader types them so; the same command in
  // a second file has been seen to run.
  const seen = new Set<string>();
  const places = new Map<string, string>();
  afterAll(() => {
    for (const parent of places.values()) rmSync(parent, { recursive: true, force: true });
  });

  test("no entry of the table has lost its command", () => {
    const isUsed = (entry: string): boolean =>
      commands.some(({ command }) => reasonNotToRun(command, { [entry]: "" }) === "");
    expect(Object.keys(notRun).filter((entry) => !isUsed(entry))).toEqual([]);
  });

  for (const { file, line, command } of commands) {
    const reason = reasonNotToRun(command, notRun) ?? (seen.has(command) ? "it has been run" : undefined);
    const isWithoutData = noShared && command.includes("../shared");
    seen.add(command);
    if (reason !== undefined) continue;
    test.skipIf(isWithoutData)(
      `${file}:${line} ${command}`,
      async () => {
        const parent = places.get(file) ?? workplace();
        places.set(file, parent);
        await expectToRun(command, parent);
      },
      secondsPerCommand * 1000,
    );
  }
});
