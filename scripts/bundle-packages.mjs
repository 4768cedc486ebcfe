/**
 * Bundles the doors of every package into one file each, beside what the compiler wrote: a program that imports us
 * then opens a few files instead of several hundred, which took five times as long as starting the engine.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/**
 * Puts files in place one by one, each whole, and removes what is left of an older bundle: a program that is running
 * meanwhile finds the old file or the new one.
 * @param {string} outdir
 * @param {{ path: string; contents: Uint8Array }[]} files
 */
function replaceFiles(outdir, files) {
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}.tmp`, contents);
    renameSync(`${path}.${process.pid}.tmp`, path);
  }
  const kept = new Set(files.map(({ path }) => path));
  for (const name of readdirSync(outdir, { recursive: true, encoding: "utf8" })) {
    const path = join(outdir, name);
    if (!kept.has(path) && statSync(path).isFile()) rmSync(path);
  }
}

/** @param {string} folder of one package */
async function bundlePackage(folder) {
  const outdir = join(folder, "bundle");
  const { outputFiles } = await build({
    ...{ entryPoints: doors(folder), outdir, bundle: true, splitting: true, format: "esm", target: "es2022" },
    // Other packages keep their own bundles; `node:` belongs to the doors that only Node opens.
    ...{ packages: "external", external: ["node:*"], sourcemap: true, logLevel: "warning", write: false },
    // Shorter to parse; names stay, because they stand in errors, and `dist` and `src` are there to be read.
    ...{ minifyWhitespace: true, minifySyntax: true },
  });
  replaceFiles(outdir, outputFiles);
}

const folders = readdirSync(packages)
  .map((name) => join(packages, name))
  .filter((folder) => existsSync(join(folder, "package.json")));
await Promise.all(folders.map(bundlePackage));
