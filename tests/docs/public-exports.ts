/** What the packages show: every name that their entries export, with the declaration behind it. */
import { posix } from "node:path";
import ts from "typescript";
import { docstring, type Docstring } from "./docstring.js";

export interface PublicExport {
  readonly name: string;
  readonly kind: "function" | "class" | "value" | "type";
  /** Where it is declared: `packages/numerics/src/elementary/exp.ts`. */
  readonly file: string;
  readonly line: number;
  readonly doc: Docstring | undefined;
}

/** `@mmm/numerics` → `packages/numerics/src/index.ts`, for every door of every package. */
export type Entries = ReadonlyMap<string, string>;

/** The text of a source file by its path from the root, or undefined where there is none. */
export type ReadSource = (path: string) => string | undefined;

/** A program of our sources alone: without a library and without outside packages it is quick to make. */
function programOf(entries: Entries, read: ReadSource): ts.Program {
  function resolve(specifier: string, from: string): string | undefined {
    if (!specifier.startsWith(".")) return entries.get(specifier);
    return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
  }
  const host: ts.CompilerHost = {
    getSourceFile(path, target) {
      const text = read(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, target, true);
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const path = resolve(text, from);
        return {
          resolvedModule: path === undefined ? undefined : { resolvedFileName: path, extension: ".ts" },
        };
      }),
    fileExists: (path) => read(path) !== undefined,
    readFile: read,
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const options = { noLib: true, types: [], module: ts.ModuleKind.ESNext, strict: true };
  return ts.createProgram([...entries.values()], options, host);
}

function kindOf(symbol: ts.Symbol, checker: ts.TypeChecker): PublicExport["kind"] {
  if (symbol.flags & ts.SymbolFlags.Class) return "class";
  if (!(symbol.flags & ts.SymbolFlags.Value)) return "type";
  return checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0 ? "function" : "value";
}

function docOf(declaration: ts.Declaration): Docstring | undefined {
  const file = declaration.getSourceFile();
  const statement = ts.findAncestor(declaration, (node) => ts.isSourceFile(node.parent)) ?? declaration;
  const ranges = ts.getLeadingCommentRanges(file.text, statement.getFullStart()) ?? [];
  const range = ranges.findLast(({ pos }) => file.text.startsWith("/**", pos));
  if (range === undefined) return undefined;
  const line = file.getLineAndCharacterOfPosition(range.pos).line + 1;
  return docstring(file.text.slice(range.pos, range.end), line);
}

function publicExport(exported: ts.Symbol, checker: ts.TypeChecker): PublicExport | undefined {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = symbol.declarations ?? [];
  const [first] = declarations;
  if (first === undefined) return undefined; // from an outside package, or missing: the compiler tells
  const file = first.getSourceFile();
  const line = file.getLineAndCharacterOfPosition(first.getStart()).line + 1;
  // Of overloads, and of a type and a value of one name, the first that is documented speaks for all.
  const doc = declarations.map(docOf).find((found) => found !== undefined);
  return { name: exported.name, kind: kindOf(symbol, checker), file: file.fileName, line, doc };
}

/** The exports of every entry, by the name under which a reader imports them. */
export function publicExports(entries: Entries, read: ReadSource): Map<string, readonly PublicExport[]> {
  const program = programOf(entries, read);
  const checker = program.getTypeChecker();
  return new Map(
    [...entries].map(([specifier, path]) => {
      const file = program.getSourceFile(path);
      const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      return [specifier, symbols.flatMap((symbol) => publicExport(symbol, checker) ?? [])];
    }),
  );
}
