/** The documentation as it stands on disk: Markdown files, the doors of packages, the bibliography. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, root } from "../files-below.js";
import { publicExports, type Entries, type PublicExport } from "./public-exports.js";

export function readText(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}

/** Every Markdown file of the repository, but for changesets and what other people wrote. */
export function markdownFiles(): string[] {
  return filesBelow("", ".md");
}

/** Every TypeScript source under `packages`, tests included. */
export function packageSources(): string[] {
  return filesBelow("packages", ".ts");
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
