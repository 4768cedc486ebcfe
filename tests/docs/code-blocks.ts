/** The fenced code blocks of a Markdown file. */
export interface CodeBlock {
  /** `README.md` */
  readonly file: string;
  /** Line of the first line of code, counted from 1. */
  readonly line: number;
  /** `ts` of "```ts continue" */
  readonly language: string;
  /** `continue` of "```ts continue" */
  readonly note: string;
  readonly text: string;
}

const fence = /^( {0,3})(`{3,}|~{3,})\s*([^\s`]*)\s*(.*?)\s*$/;

export function codeBlocks(file: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { close: RegExp; indent: number; line: number; language: string; note: string } | undefined;
  let body: string[] = [];
  markdown.split("\n").forEach((text, index) => {
    if (open === undefined) {
      const [, indent, marks, language, note] = fence.exec(text) ?? [];
      if (marks === undefined) return;
      const close = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`);
      open = {
        close,
        indent: indent?.length ?? 0,
        line: index + 2,
        language: language ?? "",
        note: note ?? "",
      };
      body = [];
    } else if (open.close.test(text)) {
      const { line, language, note } = open;
      blocks.push({ file, line, language, note, text: body.join("\n") });
      open = undefined;
    } else {
      body.push(text.slice(Math.min(open.indent, text.length - text.trimStart().length)));
    }
  });
  return blocks;
}

/** The Markdown with its code blanked line by line, for checks that are about prose. */
export function withoutCode(markdown: string): string {
  const lines = markdown.split("\n");
  for (const { line, text } of codeBlocks("", markdown))
    lines.fill("", line - 2, line + text.split("\n").length);
  return lines.join("\n").replaceAll(/(`+)[^`].*?\1/g, (code) => code.replaceAll(/[^\n]/g, " "));
}
