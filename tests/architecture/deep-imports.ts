/** Doors: one package enters another through the entries that its package.json exports, never by a path. */
import { importTarget, ourPackage } from "./import-target.js";
import type { PackageManifest } from "./package-manifest.js";
import type { SourceFile } from "./source-file.js";

/** Imports that reach into another package past its doors. */
export function deepImports(files: readonly SourceFile[], packages: readonly PackageManifest[]): string[] {
  const doors = new Map(packages.map((manifest) => [manifest.directory, manifest.doors]));
  return files.flatMap((file) =>
    file.imports.flatMap(({ specifier, line }) => {
      const target = importTarget(file, specifier);
      const place = `${file.path}:${line}`;
      if (target.kind === "file") {
        const into = /^packages\/([^/]+)\//.exec(target.path)?.[1];
        return into === undefined || into === file.package
          ? []
          : [`${place} → ${target.path}: enters by a path`];
      }
      const name = target.kind === "package" ? ourPackage(target.name) : undefined;
      if (name === undefined || target.kind !== "package" || target.subpath === "") return [];
      return doors.get(name)?.includes(target.subpath)
        ? []
        : [`${place} → ${specifier}: is not a door of ${name}`];
    }),
  );
}
