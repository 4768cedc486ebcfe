/** What a public name owes its reader: a docstring, for a function an example, and sources that can be found. */
import { sourceKeys } from "./docstring.js";
import type { PublicExport } from "./public-exports.js";

function faultsOf({ doc, kind }: PublicExport, knownKeys: ReadonlySet<string>): string[] {
  if (doc === undefined) return ["has no docstring"];
  const faults = sourceKeys(doc)
    .filter((key) => !knownKeys.has(key))
    .map((key) => `names the source "${key}", which REFERENCES.md does not hold`);
  if (doc.description === "") faults.push("has a docstring without a sentence");
  if (kind === "function" && !doc.tags.some(({ name }) => name === "example")) faults.push("has no @example");
  return faults;
}

/** Faults of the names behind one door, as `packages/x/src/a.ts:3: exp has no @example`. */
export function docFaults(exports: readonly PublicExport[], knownKeys: ReadonlySet<string>): string[] {
  return exports.flatMap((exported) =>
    faultsOf(exported, knownKeys).map(
      (fault) => `${exported.file}:${exported.line}: ${exported.name} ${fault}`,
    ),
  );
}
