/** Every piece of documentation that is code, as a module that runs: blocks of Markdown and `@example`s. */
import { codeBlocks, type CodeBlock } from "./code-blocks.js";
import type { PublicExport } from "./public-exports.js";
import { runnableModule, type KnownNames, type Snippet } from "./runnable-module.js";

export interface DocumentedModule {
  /** Where the code stands, which is also the name of its test: `README.md:45`. */
  readonly title: string;
  /** Where its module is written, from the folder of generated modules. */
  readonly path: string;
  readonly text: string;
}

/** Other names of languages that readers would take for code that runs. */
const unrunLanguages = /^(js|javascript|mjs|typescript|tsx|jsx|bash|shell|console)$/;

function moduleOf(
  title: string,
  path: string,
  snippets: readonly Snippet[],
  known: KnownNames,
): DocumentedModule {
  const harness = `${"../".repeat(path.split("/").length)}expectations.js`;
  try {
    return { title, path, text: runnableModule(snippets, known, harness) };
  } catch (error) {
    // The fault belongs to this piece, so it is this piece's test that shows it.
    return {
      title,
      path,
      text: `throw new Error(${JSON.stringify((error as Error).message)});\nexport {};\n`,
    };
  }
}

function refusal({ file, line, language, note }: CodeBlock, isFirst: boolean): string | undefined {
  if (unrunLanguages.test(language))
    return `${file}:${line}: must be marked ts or sh, so that it is run, got ${language}`;
  if (language !== "ts") return undefined;
  if (note !== "" && note !== "continue")
    return `${file}:${line}: a ts block may be marked continue, got ${note}`;
  return note === "continue" && isFirst
    ? `${file}:${line}: there is no block that it could continue`
    : undefined;
}

/** The `ts` blocks of one Markdown file; a block marked `continue` joins the module of the one before. */
export function markdownModules(file: string, markdown: string): DocumentedModule[] {
  const groups: Snippet[][] = [];
  const refused: DocumentedModule[] = [];
  const folder = `markdown/${file.replace(/\.md$/, "").replaceAll("/", "__")}`;
  for (const block of codeBlocks(file, markdown)) {
    const snippet = { file, line: block.line, code: block.text };
    const reason = refusal(block, groups.length === 0);
    if (reason !== undefined) {
      const text = `throw new Error(${JSON.stringify(reason)});\nexport {};\n`;
      refused.push({ title: `${file}:${block.line}`, path: `${folder}/${block.line}.ts`, text });
    } else if (block.language === "ts" && block.note === "continue") groups.at(-1)?.push(snippet);
    else if (block.language === "ts") groups.push([snippet]);
  }
  const none: KnownNames = new Map();
  const modules = groups.map((snippets) => {
    const line = snippets[0]?.line;
    return moduleOf(`${file}:${line}`, `${folder}/${line}.ts`, snippets, none);
  });
  return [...modules, ...refused];
}

function withoutFence(code: string): string {
  return code.replaceAll(/^[ \t]*```.*$/gm, "");
}

/** The examples of one door's own names; names of its package need no import. */
export function exampleModules(
  door: string,
  faces: ReadonlyMap<string, readonly PublicExport[]>,
): DocumentedModule[] {
  const name = door.split("/")[1] as string;
  const doors = [
    door,
    ...[...faces.keys()].filter((other) => other !== door && other.split("/")[1] === name),
  ];
  const known = new Map<string, { from: string; isType: boolean }>();
  for (const from of doors) {
    for (const { name: exported, kind } of faces.get(from) ?? []) {
      if (!known.has(exported)) known.set(exported, { from, isType: kind === "type" });
    }
  }
  return (faces.get(door) ?? []).flatMap(({ name: exported, file, doc }) => {
    const examples = file.startsWith(`packages/${name}/`)
      ? doc?.tags.filter((tag) => tag.name === "example")
      : [];
    return (examples ?? []).map(({ line, text }) => {
      const base = file.slice(file.lastIndexOf("/") + 1).replace(/\.ts$/, "");
      const snippet = { file, line, code: withoutFence(text) };
      return moduleOf(`${file}:${line} ${exported}`, `examples/${name}/${base}.${line}.ts`, [snippet], known);
    });
  });
}
