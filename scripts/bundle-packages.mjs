/**
 * Bundles the doors of every package into one file each, beside what the compiler wrote: a program that imports us
 * then opens a few files instead of several hundred, which took five times as long as starting the engine.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), "packages");

/**
 * The compiled file of every door that a package.json names.
 * @param {string} folder of one package
 * @returns {string[]}
 */
function doors(folder) {
  /** @type {{ exports: Record<string, { types: string }> }} */
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.values(exports).map(({ types }) => join(folder, types.replace(/\.d\.ts$/, ".js")));
}

/** @param {string} folder of one package */
async function bundlePackage(folder) {
  const outdir = join(folder, "bundle");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...{ entryPoints: doors(folder), outdir, bundle: true, splitting: true, format: "esm", target: "es2022" },
    // Other packages keep their own bundles; `node:` belongs to the doors that only Node opens.
    ...{ packages: "external", external: ["node:*"], sourcemap: true, logLevel: "warning" },
    // Shorter to parse; names stay, because they stand in errors, and `dist` and `src` are there to be read.
    ...{ minifyWhitespace: true, minifySyntax: true },
  });
}

const folders = readdirSync(packages)
  .map((name) => join(packages, name))
  .filter((folder) => existsSync(join(folder, "package.json")));
await Promise.all(folders.map(bundlePackage));
