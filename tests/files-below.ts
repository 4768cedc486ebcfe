/** Files of the repository that are ours: no dependency, nothing built, generated or hidden. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const notOurs = /^(\..*|node_modules|dist|coverage|mmm-demo)$/;

/** Paths from the root, with slashes and in order, of all files below a folder whose names end so. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => !notOurs.test(name))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(path, ending);
      return entry.isFile() && path.endsWith(ending) ? [path] : [];
    })
    .sort();
}
