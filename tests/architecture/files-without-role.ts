/** First lines: a source opens with the sentence that says its role. */
import type { SourceFile } from "./source-file.js";

/** Sources of packages whose first line is not a comment. */
export function filesWithoutRole(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ isTest, package: owner }) => owner !== undefined && !isTest)
    .filter(({ text }) => !/^(#!.*\n)?\/[*/]+\s*\S/.test(text))
    .map(({ path }) => `${path}: must open with one sentence that says its role`);
}
