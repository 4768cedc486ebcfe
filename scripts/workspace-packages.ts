/** The packages of the workspace: where each lies and what its package.json says. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

export interface WorkspacePackage {
  readonly name: string;
  readonly directory: string;
  readonly scripts: Readonly<Record<string, string>>;
}

export function workspacePackages(): readonly WorkspacePackage[] {
  return readdirSync(join(root, "packages")).map((folder) => {
    const directory = join(root, "packages", folder);
    const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as {
      readonly name: string;
      readonly scripts?: Readonly<Record<string, string>>;
    };
    return { name: manifest.name, directory, scripts: manifest.scripts ?? {} };
  });
}
