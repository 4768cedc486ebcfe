/** The house as it stands on disk: every TypeScript source and every package's manifest. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, root } from "../files-below.js";
import { packageManifest, type PackageManifest } from "./package-manifest.js";
import { sourceFile, type SourceFile } from "./source-file.js";

export interface House {
  readonly files: readonly SourceFile[];
  readonly packages: readonly PackageManifest[];
}

const rooms = ["packages", "tests", "scripts", "examples", "benchmarks"];

export function readHouse(): House {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const files = rooms.flatMap((room) => filesBelow(room, ".ts")).map((path) => sourceFile(path, read(path)));
  const packages = readdirSync(join(root, "packages")).map((directory) =>
    packageManifest(
      directory,
      read(`packages/${directory}/package.json`),
      read(`packages/${directory}/tsconfig.json`),
    ),
  );
  return { files, packages };
}
