/** Index files: the face of a package names what it shows and does nothing else. */
import ts from "typescript";
import type { SourceFile } from "./source-file.js";

/** Statements of a package's `index.ts` that are not re-exports. */
export function busyIndexFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^packages\/[^/]+\/src\/index\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      ts
        .createSourceFile(path, text, ts.ScriptTarget.Latest)
        .statements.filter((statement) => !ts.isExportDeclaration(statement))
        .map((statement) => `${path}: must only re-export, got ${ts.SyntaxKind[statement.kind]}`),
    );
}
