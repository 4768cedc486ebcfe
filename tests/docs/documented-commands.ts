/** The commands that the documentation gives a reader to type: lines of `sh` blocks that start one of our programs. */
import { codeBlocks } from "./code-blocks.js";

export interface DocumentedCommand {
  readonly file: string;
  readonly line: number;
  readonly command: string;
}

const ours = /^(npm (run|test)|npx|mmm)\b/;

/** Commands of one Markdown file in their order; a trailing backslash continues a line, `#` begins a remark. */
export function documentedCommands(file: string, markdown: string): DocumentedCommand[] {
  return codeBlocks(file, markdown)
    .filter(({ language }) => language === "sh")
    .flatMap((block) => {
      const found: DocumentedCommand[] = [];
      const lines = block.text.split("\n");
      for (let index = 0; index < lines.length; index += 1) {
        const line = block.line + index;
        let command = (lines[index] ?? "").trim().replace(/^\$ /, "");
        while (command.endsWith("\\"))
          command = `${command.slice(0, -1).trimEnd()} ${(lines[(index += 1)] ?? "").trim()}`;
        if (ours.test(command)) found.push({ file, line, command: command.replace(/\s+#\s.*$/, "") });
      }
      return found;
    });
}

/** Why a command is not run by the tests: the reason of the first entry that it starts with. */
export function reasonNotToRun(
  command: string,
  notRun: Readonly<Record<string, string>>,
): string | undefined {
  const entry = Object.keys(notRun).find((start) => command === start || command.startsWith(`${start} `));
  return entry === undefined ? undefined : notRun[entry];
}
