/**
 * Gate: files that a program writes are what it writes today. Every `build:…` script of a package is run again, and
 * no file of the package may change. One that does stays changed, ready to be committed.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspacePackages } from "../workspace-packages.js";
import { changedPaths } from "./changed-paths.js";

/** Hashes of all files below a folder that git knows or would know. */
function hashes(directory: string): ReadonlyMap<string, string> {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "."];
  const listed = execFileSync("git", args, { cwd: directory, encoding: "utf8" }).split("\0").filter(Boolean);
  const paths = listed.filter((path) => existsSync(join(directory, path)));
  const hashOf = (path: string): string =>
    createHash("sha256")
      .update(readFileSync(join(directory, path)))
      .digest("hex");
  return new Map(paths.map((path) => [path, hashOf(path)]));
}

for (const { name, directory, scripts } of workspacePackages()) {
  const generators = Object.keys(scripts).filter((script) => script.startsWith("build:"));
  if (generators.length === 0) continue;
  const before = hashes(directory);
  for (const script of generators) {
    execFileSync("pnpm", ["run", script], { cwd: directory, stdio: ["ignore", "ignore", "inherit"] });
  }
  for (const path of changedPaths(before, hashes(directory))) {
    process.stdout.write(
      `${name}: ${path} is not what ${generators.join(", ")} writes. Commit the new one\n`,
    );
    process.exitCode = 1;
  }
}
