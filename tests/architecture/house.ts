/** The house as it stands on disk: every TypeScript source and every package's manifest. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { packageManifest, type PackageManifest } from "./package-manifest.js";
import { sourceFile, type SourceFile } from "./source-file.js";

export interface House {
  readonly files: readonly SourceFile[];
  readonly packages: readonly PackageManifest[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const rooms = ["packages", "tests", "scripts", "examples", "benchmarks"];
const notOurs = new Set(["node_modules", "dist", ".generated"]);

function* typescriptFiles(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !notOurs.has(entry.name)) yield* typescriptFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".ts")) yield path;
  }
}

export function readHouse(): House {
  const paths = rooms.map((room) => join(root, room)).filter((room) => existsSync(room));
  const files = paths
    .flatMap((room) => [...typescriptFiles(room)])
    .map((path) => sourceFile(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")));
  const packages = readdirSync(join(root, "packages")).map((directory) => {
    const read = (name: string): string => readFileSync(join(root, "packages", directory, name), "utf8");
    return packageManifest(directory, read("package.json"), read("tsconfig.json"));
  });
  return { files, packages };
}
