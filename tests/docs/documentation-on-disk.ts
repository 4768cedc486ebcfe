/** The documentation as it stands on disk: Markdown files, the doors of packages, the bibliography. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { publicExports, type Entries, type PublicExport } from "./public-exports.js";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const notOurs = /^(\..*|node_modules|dist|coverage|mmm-demo)$/;

function* filesBelow(directory: string, ending: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !notOurs.test(entry.name)) yield* filesBelow(path, ending);
    else if (entry.isFile() && entry.name.endsWith(ending)) yield relative(root, path).split(sep).join("/");
  }
}

export function readText(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}

/** Every Markdown file of the repository, but for changesets and what other people wrote. */
export function markdownFiles(): string[] {
  return [...filesBelow(root, ".md")].sort();
}

/** Every TypeScript source under `packages`, tests included. */
export function packageSources(): string[] {
  return [...filesBelow(join(root, "packages"), ".ts")].sort();
}

/** The doors of every package with the source file behind each. */
function packageEntries(): Entries {
  const entries = new Map<string, string>();
  for (const directory of readdirSync(join(root, "packages")).sort()) {
    const manifest = JSON.parse(readText(`packages/${directory}/package.json`) as string) as {
      readonly name: string;
      readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };
    for (const [door, conditions] of Object.entries(manifest.exports ?? {})) {
      const source = conditions["@mmm/source"];
      if (source === undefined) continue;
      entries.set(manifest.name + door.slice(1), `packages/${directory}/${source.slice(2)}`);
    }
  }
  return entries;
}

/** What every door shows. */
export function publicFaces(): Map<string, readonly PublicExport[]> {
  return publicExports(packageEntries(), readText);
}
