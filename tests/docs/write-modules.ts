/** Writes the modules of the documentation below `tests/docs/.generated`, where vitest and the compiler find them. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { markdownFiles, publicFaces, readText } from "./documentation-on-disk.js";
import { exampleModules, markdownModules, type DocumentedModule } from "./documented-modules.js";

const generated = fileURLToPath(new URL("./.generated/", import.meta.url));

/** Runs a module that has been written; it throws what the documentation gets wrong. */
export async function expectToHold({ path }: DocumentedModule): Promise<void> {
  await import(/* @vite-ignore */ join(generated, path));
}

function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), { recursive: true });
  // In one step, because the compiler may be reading while tests extract.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

function removeOthers(kind: string, modules: readonly DocumentedModule[]): void {
  const kept = new Set(modules.map(({ path }) => path));
  const folder = join(generated, kind);
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(relative(generated, file).split(sep).join("/")))
      rmSync(file, { force: true });
  }
}

const extract = {
  /** The `ts` blocks of every Markdown file. */
  markdown: () => markdownFiles().flatMap((file) => markdownModules(file, readText(file) as string)),
  /** The `@example`s of every public name. */
  examples: () => {
    const faces = publicFaces();
    return [...faces.keys()].flatMap((door) => exampleModules(door, faces));
  },
};

/** Extracts one kind of documentation that is code, and removes what is there no more. */
export function writeModules(kind: keyof typeof extract): readonly DocumentedModule[] {
  const modules = extract[kind]();
  for (const module of modules) writeIfChanged(join(generated, module.path), module.text);
  removeOthers(kind, modules);
  return modules;
}
