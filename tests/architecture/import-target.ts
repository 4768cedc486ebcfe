/** Where an import goes: to a file of the same package, to another package, or to Node itself. */
import { posix } from "node:path";
import type { SourceFile } from "./source-file.js";

export type ImportTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string; readonly subpath: string }
  | { readonly kind: "node" };

export function importTarget(from: SourceFile, specifier: string): ImportTarget {
  if (specifier.startsWith("node:")) return { kind: "node" };
  if (specifier.startsWith(".")) {
    const path = posix.join(posix.dirname(from.path), specifier);
    return { kind: "file", path: path.replace(/\.js$/, ".ts") };
  }
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  return { kind: "package", name: parts.slice(0, length).join("/"), subpath: parts.slice(length).join("/") };
}

/** `sampler` for a package of this house, undefined for one from elsewhere. */
export function ourPackage(name: string): string | undefined {
  return name.startsWith("@mmm/") ? name.slice("@mmm/".length) : undefined;
}
