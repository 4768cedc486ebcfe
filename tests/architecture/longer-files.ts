/** Sizes: a file that outgrows its limit holds more than one idea, or is a table that is named here. */
import type { SourceFile } from "./source-file.js";

const mostLines = 400;
const mostLinesOfIndex = 60;

/** Files that may be longer, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  "packages/autodiff/assembly/run.ts": "written by a program from the table of kernels: one case per kernel",
  "packages/autodiff/src/kernels/kernel-binary.ts": "written by a program: the binary of the kernels as text",
};

function lineCount(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}

/** Files over 400 lines, and index files over 60. */
export function longerFiles(files: readonly SourceFile[], allowed = longFiles): string[] {
  return files.flatMap(({ path, text }) => {
    const most = /^packages\/[^/]+\/src\/index\.ts$/.test(path) ? mostLinesOfIndex : mostLines;
    const lines = lineCount(text);
    return lines <= most || path in allowed ? [] : [`${path}: must have at most ${most} lines, got ${lines}`];
  });
}
