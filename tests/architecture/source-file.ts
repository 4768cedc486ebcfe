/** A source file as the architecture rules see it: its place, its imports and its exported names. */
import ts from "typescript";

export interface SourceImport {
  readonly specifier: string;
  readonly line: number;
}

export interface SourceFile {
  /** From the root of the repository, with slashes: `packages/sampler/src/nuts/trajectory.ts`. */
  readonly path: string;
  /** `sampler` for a file of `packages/sampler`, undefined for one outside the packages. */
  readonly package: string | undefined;
  readonly isTest: boolean;
  readonly text: string;
  /** Imports, re-exports, dynamic imports and `import type` alike: each one is an arrow to another file. */
  readonly imports: readonly SourceImport[];
  readonly exports: readonly string[];
}

function readImports(text: string): SourceImport[] {
  return ts.preProcessFile(text, true, false).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split("\n").length,
  }));
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
  }
  const declaration = statement as ts.Statement & { readonly name?: ts.Identifier };
  return declaration.name === undefined ? [] : [declaration.name.text];
}

function readExports(path: string, text: string): string[] {
  const names: string[] = [];
  for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements) {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (clause !== undefined && ts.isNamedExports(clause)) {
        names.push(...clause.elements.map((element) => element.name.text));
      }
    } else if (ts.canHaveModifiers(statement)) {
      const modifiers = ts.getModifiers(statement) ?? [];
      if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
        names.push(...declaredNames(statement));
      }
    }
  }
  return names;
}

/** Reads one file's text; pure, so that a test can plant a fault in a file that does not exist. */
export function sourceFile(path: string, text: string): SourceFile {
  return {
    path,
    package: /^packages\/([^/]+)\//.exec(path)?.[1],
    isTest: /\.(test|contract)\.ts$/.test(path) || /^packages\/[^/]+\/test\//.test(path),
    text,
    imports: readImports(text),
    exports: readExports(path, text),
  };
}
