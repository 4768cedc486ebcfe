/** Floors: a package imports only packages on lower floors, so that no arrow goes up or round. */
import { importTarget, ourPackage } from "./import-target.js";
import type { SourceFile } from "./source-file.js";

/** The floor of every package; ARCHITECTURE.md says what lives there. */
const floors: Readonly<Record<string, number>> = {
  numerics: 1,
  autodiff: 2,
  posterior: 2,
  sampler: 2,
  data: 2,
  distributions: 3,
  transforms: 3,
  simulation: 4,
  regression: 4,
  model: 5,
  optimizer: 6,
  plots: 7,
  report: 7,
  cluster: 8,
  cli: 9,
  server: 9,
  dashboard: 9,
};

function targetPackage(file: SourceFile, specifier: string): { name: string; arrow: string } | undefined {
  const target = importTarget(file, specifier);
  if (target.kind === "package") {
    const name = ourPackage(target.name);
    return name === undefined ? undefined : { name, arrow: [name, target.subpath].filter(Boolean).join("/") };
  }
  const name = target.kind === "file" ? /^packages\/([^/]+)\//.exec(target.path)?.[1] : undefined;
  return name === undefined || target.kind !== "file" ? undefined : { name, arrow: inHouse(target.path) };
}

function inHouse(path: string): string {
  return path.replace(/^packages\//, "");
}

/** Arrows between packages that go up or stay on their floor, and packages without a floor. */
export function upwardImports(files: readonly SourceFile[]): string[] {
  const faults = new Set<string>();
  for (const file of files) {
    if (file.package === undefined) continue;
    const own = floors[file.package];
    if (own === undefined)
      faults.add(`${file.package}: has no floor. Give it one in tests/architecture/upward-imports.ts`);
    for (const { specifier } of file.imports) {
      const target = targetPackage(file, specifier);
      if (target === undefined || target.name === file.package || own === undefined) continue;
      const other = floors[target.name];
      if (other !== undefined && other < own) continue;
      const direction =
        other === own ? "stays on the floor" : other === undefined ? "goes nowhere" : "goes up";
      faults.add(`${inHouse(file.path)} → ${target.arrow}: ${direction}`);
    }
  }
  return [...faults];
}
