/** Declarations: a package declares exactly what its sources import, to npm and to the compiler. */
import { importTarget, ourPackage } from "./import-target.js";
import type { PackageManifest } from "./package-manifest.js";
import type { SourceFile } from "./source-file.js";

/** Tools that the workspace holds for the tests of all packages. */
const testTools = new Set(["vitest", "fast-check", "@fast-check/vitest"]);

function importedPackages(files: readonly SourceFile[]): Set<string> {
  const names = new Set<string>();
  for (const file of files) {
    for (const { specifier } of file.imports) {
      const target = importTarget(file, specifier);
      if (target.kind === "package" && ourPackage(target.name) !== file.package) names.add(target.name);
    }
  }
  return names;
}

function difference(left: Iterable<string>, right: Iterable<string>): string[] {
  const known = new Set(right);
  return [...left].filter((name) => !known.has(name));
}

/** Imports that no manifest declares, declared dependencies that nothing imports, project references that differ. */
export function dependencyFaults(
  files: readonly SourceFile[],
  packages: readonly PackageManifest[],
): string[] {
  return packages.flatMap(({ directory, dependencies, devDependencies, references }) => {
    const own = files.filter((file) => file.package === directory);
    const imported = importedPackages(own.filter(({ isTest }) => !isTest));
    const tested = importedPackages(own.filter(({ isTest }) => isTest));
    const ours = dependencies.flatMap((name) => ourPackage(name) ?? []);
    const declared = [...dependencies, ...devDependencies, ...testTools];
    return [
      ...difference(imported, dependencies).map(
        (name) => `imports ${name}, which its package.json does not declare`,
      ),
      ...difference(tested, declared).map(
        (name) => `tests import ${name}, which its package.json does not declare`,
      ),
      ...difference(dependencies, imported).map((name) => `declares ${name}, which nothing imports`),
      ...difference(ours, references).map(
        (name) => `depends on ${name}, which its tsconfig.json does not reference`,
      ),
      ...difference(references, ours).map(
        (name) => `references ${name}, which its package.json does not declare`,
      ),
    ].map((fault) => `packages/${directory}: ${fault}`);
  });
}
