import { expect, test } from "vitest";
import { runSteps, type Step } from "./run-steps.js";

const node = process.execPath;

function stepOf(name: string, ...scripts: string[]): Step {
  return { name, commands: scripts.map((script) => [node, "-e", script]) };
}

test("a step fails with its first failing command and keeps what was said, and the others run all the same", async () => {
  const told: string[] = [];
  const steps = [
    stepOf("fails", "console.log('one')", "console.error('two'); process.exit(3)", "console.log('three')"),
    stepOf("passes", "console.log('four')"),
    { name: "cannot start", commands: [["no-such-program"]] } satisfies Step,
  ];
  const results = await runSteps(steps, {
    directory: ".",
    concurrency: 2,
    onResult: ({ name }) => told.push(name),
  });
  const byName = new Map(results.map((result) => [result.name, result]));
  expect(byName.get("fails")).toMatchObject({ passed: false, output: "one\ntwo\n" });
  expect(byName.get("passes")).toMatchObject({ passed: true, output: "four\n" });
  expect(byName.get("cannot start")?.passed).toBe(false);
  expect(told.sort()).toEqual(["cannot start", "fails", "passes"]);
});
