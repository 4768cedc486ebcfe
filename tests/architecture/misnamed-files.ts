/**
 * Names of files: each is called after its main export, or after the word that a family of exports shares
 * (`ess.ts` holds `essBulk` and `essTail`), so that a name leads to its file.
 */
import type { SourceFile } from "./source-file.js";

/** Files whose name is not that of an export, each with its reason. */
const otherNames: Readonly<Record<string, string>> = {
  "packages/autodiff/src/kernels/twins/arithmetic.ts":
    "the twins of one family of kernels, each too small for a file",
  "packages/autodiff/src/kernels/twins/elementwise.ts":
    "the twins of one family of kernels, each too small for a file",
  "packages/autodiff/src/kernels/twins/selection.ts": "the twins of one family of kernels, each a line",
  "packages/autodiff/src/primitives/comparison.ts": "operations that pick one of two elements",
  "packages/autodiff/src/primitives/extremes.ts":
    "the largest, the smallest, and the sum of exponentials they keep finite",
  "packages/autodiff/src/primitives/algebra.ts": "operations whose derivatives are made of one another",
  "packages/autodiff/src/primitives/arrangement.ts": "operations that move elements: each undoes another",
  "packages/autodiff/src/primitives/elementwise.ts":
    "functions of one element, each a line and its derivative",
  "packages/data/src/words.ts": "the entry `@mmm/data/words`: named after the door",
  "packages/model/src/fit/saved-fit.ts": "both doors of one border, `saveFit` and `openFit`",
  "packages/sampler/src/node.ts": "the entry `@mmm/sampler/node`: named after the door",
  "tests/docs/documentation-on-disk.ts": "what lies there: one function for each kind of file",
  "tests/docs/expectations.ts":
    "what documentation is held against: values, printed lines and the console that keeps them",
};

/** `studentTCdf`, `student-t-cdf` → ` student t cdf `; the spaces keep `exp` out of `expansion`. */
function words(name: string): string {
  const parted = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return ` ${parted.toLowerCase().replaceAll(/[-_ ]+/g, " ")} `;
}

/** Whether an export leads to the file; a file of several may be called by their plural. */
function leadsTo(exported: string, name: string): boolean {
  return words(exported).includes(words(name)) || words(exported).includes(words(name.replace(/s$/, "")));
}

/** Files none of whose exports gives them their name; a script outside the packages may export nothing. */
export function misnamedFiles(files: readonly SourceFile[], allowed = otherNames): string[] {
  return files.flatMap(({ path, exports, isTest, package: owner }) => {
    const base = path.slice(path.lastIndexOf("/") + 1);
    // AssemblyScript: a kernel is exported under its own name, of which one file holds many.
    if (/^packages\/[^/]+\/assembly\//.test(path)) return [];
    if (isTest || base === "index.ts" || base.endsWith(".worker.ts") || path in allowed) return [];
    const name = base.replace(/\.ts$/, "");
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return [`${path}: must be named in kebab-case`];
    if (owner === undefined && exports.length === 0) return [];
    if (exports.some((exported) => leadsTo(exported, name))) return [];
    return [`${path}: must be named after its main export, got exports ${exports.join(", ") || "none"}`];
  });
}
