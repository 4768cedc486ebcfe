/**
 * Documentation turned into a module that runs: `expression; // => value` becomes a comparison, `// prints: text`
 * a look at what was printed, and names of a package come in by themselves.
 */
import ts from "typescript";

export interface Snippet {
  /** `README.md`: where the code stands, for messages. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** Names that may be used without an import: `exp` → from `@mmm/numerics`, as a value. */
export type KnownNames = ReadonlyMap<string, { readonly from: string; readonly isType: boolean }>;

interface Expectation {
  readonly kind: "value" | "prints";
  readonly text: string;
}

function isComplete(expression: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${expression}\n);`, { reportDiagnostics: true });
  return expression.trim() !== "" && (diagnostics ?? []).length === 0;
}

/** Expectations in the comments between a statement and the next; a value may go on over several lines. */
function expectationsIn(gap: string): Expectation[] {
  const found: { kind: "value" | "prints"; text: string }[] = [];
  for (const line of gap.split("\n")) {
    const comment = /^\s*;?\s*\/\/\s?(.*)$/.exec(line)?.[1];
    if (comment === undefined) continue;
    const last = found.at(-1);
    if (comment.startsWith("=>")) found.push({ kind: "value", text: comment.slice(2).trim() });
    else if (comment.startsWith("prints:")) found.push({ kind: "prints", text: comment.slice(7).trim() });
    else if (last?.kind === "value" && !isComplete(last.text)) last.text += `\n${comment}`;
  }
  return found;
}

function declaredNames(file: ts.SourceFile): { values: string[]; types: string[] } {
  const names: { values: string[]; types: string[] } = { values: [], types: [] };
  function bind(name: ts.BindingName): void {
    if (ts.isIdentifier(name)) names.values.push(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  }
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) bind(name);
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name !== undefined) names.values.push(statement.name.text);
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      names.types.push(statement.name.text);
    }
  }
  return names;
}

/** What a statement's expectation looks at: the expression itself, or the one constant it declares. */
function subjectOf(
  statement: ts.Statement,
  file: ts.SourceFile,
): { text: string; replaces: boolean } | undefined {
  if (ts.isExpressionStatement(statement))
    return { text: statement.expression.getText(file), replaces: true };
  const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const name = declarations.length === 1 ? declarations[0]?.name : undefined;
  return name !== undefined && ts.isIdentifier(name) ? { text: name.text, replaces: false } : undefined;
}

function statementLines(
  statement: ts.Statement,
  expectations: readonly Expectation[],
  place: string,
  file: ts.SourceFile,
): string[] {
  const source = statement.getText(file);
  const subject = subjectOf(statement, file);
  const lines: string[] = [];
  let keepsSource = true;
  for (const { kind, text } of expectations) {
    if (kind === "prints") lines.push(`expectPrinted(${JSON.stringify(place)}, ${JSON.stringify(text)});`);
    else if (subject === undefined)
      throw new Error(`${place}: // => must stand behind an expression or one constant`);
    else if (!isComplete(text)) throw new Error(`${place}: // => must be followed by a value, got ${text}`);
    else {
      if (subject.replaces) keepsSource = false;
      lines.push(`expectValue(${JSON.stringify(place)}, ${subject.text}, (${text}));`);
    }
  }
  // An expression is evaluated once, where it is compared; what it printed can be looked at only afterwards.
  return keepsSource ? [source, ...lines] : lines;
}

interface Instrumented {
  readonly imports: string[];
  readonly body: string[];
  readonly expectations: number;
}

function instrument({ file: path, line, code }: Snippet): Instrumented {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const result: Instrumented & { expectations: number } = { imports: [], body: [], expectations: 0 };
  file.statements.forEach((statement, index) => {
    const gap = code.slice(statement.end, file.statements[index + 1]?.getStart(file) ?? code.length);
    const expectations = expectationsIn(gap);
    result.expectations += expectations.length;
    const place = `${path}:${line + file.getLineAndCharacterOfPosition(statement.getStart(file)).line}`;
    const lines = statementLines(statement, expectations, place, file);
    (ts.isImportDeclaration(statement) ? result.imports : result.body).push(...lines);
  });
  const written = code.match(/\/\/\s?(=>|prints:)/g)?.length ?? 0;
  if (written !== result.expectations) {
    throw new Error(
      `${path}:${line}: ${written} expectations are written, ${result.expectations} stand behind a statement`,
    );
  }
  return result;
}

/** Whether an identifier uses a name, binds it, or is the key of a property. */
function roleOf(node: ts.Identifier): "use" | "bind" | "key" {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return node === parent.name ? "key" : "use";
  if (ts.isQualifiedName(parent)) return node === parent.right ? "key" : "use";
  if (ts.isShorthandPropertyAssignment(parent)) return "use";
  if ((parent as { name?: ts.Node }).name !== node) return "use";
  return ts.isObjectLiteralElement(parent) || ts.isTypeElement(parent) ? "key" : "bind";
}

function importsFor(code: string, known: KnownNames): string[] {
  const file = ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const names = { use: new Set<string>(), bind: new Set<string>(), key: new Set<string>() };
  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node)) names[roleOf(node)].add(node.text);
    ts.forEachChild(node, visit);
  }
  visit(file);
  const byPackage = new Map<string, string[]>();
  for (const name of names.use) {
    const origin = known.get(name);
    if (origin === undefined || names.bind.has(name)) continue;
    const others = byPackage.get(origin.from) ?? [];
    byPackage.set(origin.from, [...others, origin.isType ? `type ${name}` : name]);
  }
  return [...byPackage].map(([from, imported]) => `import { ${imported.join(", ")} } from "${from}";`);
}

/** One module out of snippets that follow each other; `harness` is the specifier of `expectations.ts`. */
export function runnableModule(snippets: readonly Snippet[], known: KnownNames, harness: string): string {
  const parts = snippets.map((snippet) => instrument(snippet));
  const imports = [...new Set(parts.flatMap((part) => part.imports))];
  const body = parts.flatMap((part, index) => [
    `\n// ${snippets[index]?.file}:${snippets[index]?.line}`,
    ...part.body,
  ]);
  const code = [...imports, ...body].join("\n");
  const own = ["expectValue", "expectPrinted"].filter((name) => code.includes(`${name}(`));
  if (/\bconsole\./.test(code)) own.push("capturedConsole as console");
  const { values, types } = declaredNames(
    ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.Latest, true),
  );
  // Exported names count as used, so that documentation may show a value and leave it there.
  const exported = [...values, ...types.map((name) => `type ${name}`)];
  return [
    ...(own.length > 0 ? [`import { ${own.join(", ")} } from "${harness}";`] : []),
    ...importsFor(code, known),
    code,
    `\nexport { ${exported.join(", ")} };\n`,
  ].join("\n");
}
