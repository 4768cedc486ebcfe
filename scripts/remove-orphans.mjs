/** Removes built files whose source is gone: the compiler leaves them, and a package would still hold them. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), "packages");

/** @param {string} folder of one package, with `dist` beside `src` */
function removeOrphans(folder) {
  const dist = join(folder, "dist");
  for (const path of existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: "utf8" }) : []) {
    const name = /^(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(path)?.[1];
    if (name !== undefined && !existsSync(join(folder, "src", `${name}.ts`))) rmSync(join(dist, path));
  }
}

for (const name of readdirSync(packages)) removeOrphans(join(packages, name));
