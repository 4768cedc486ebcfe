/**
 * Runs one of our programs by name: `node scripts/run-program.mjs FOLDER NAME [options]`; without a name, lists them.
 * `npm run bench` and `npm run evidence` are this with their folder.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [folder, name, ...options] = process.argv.slice(2);
const programs = join(root, folder);
const names = readdirSync(programs).filter((entry) => existsSync(join(programs, entry, "main.ts")));

if (name === undefined || !names.includes(name)) {
  const got = name === undefined ? "none" : `"${name}"`;
  console.error(
    `${folder}: needs the name of a program, got ${got} (${names.join(", ")}). Name one of them.`,
  );
  process.exitCode = 2;
} else {
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  // The source condition: what is measured is what is in the tree, not what was built last.
  const arguments_ = [tsx, "--conditions=@mmm/source", join(programs, name, "main.ts"), ...options];
  process.exitCode = spawnSync(process.execPath, arguments_, { stdio: "inherit", cwd: root }).status ?? 1;
}
