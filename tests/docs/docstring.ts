/** A documentation comment taken apart: its description and its tags, each with its line. */
export interface DocTag {
  readonly name: string;
  /** Line in the source file where the text of the tag begins, counted from 1. */
  readonly line: number;
  readonly text: string;
}

export interface Docstring {
  readonly description: string;
  readonly tags: readonly DocTag[];
}

/** Reads the text between the comment's marks; `line` is that of the opening mark. */
export function docstring(comment: string, line: number): Docstring {
  const lines = comment
    .replace(/^\/\*\*/, "")
    .replace(/\s*\*\/$/, "")
    .split("\n")
    .map((text, index) => (index === 0 ? text.trimStart() : text.replace(/^\s*\* ?/, "").trimEnd()));
  const description: string[] = [];
  const tags: { name: string; line: number; text: string }[] = [];
  let inFence = false;
  lines.forEach((text, index) => {
    if (text.trimStart().startsWith("```")) inFence = !inFence;
    const [, name, rest] = (inFence ? null : /^@([a-zA-Z]+)(?:\s+(.*))?$/.exec(text)) ?? [];
    if (name !== undefined) tags.push({ name, line: line + index, text: rest ?? "" });
    else if (tags.length === 0) description.push(text);
    else (tags.at(-1) as { text: string }).text += `\n${text}`;
  });
  return { description: description.join("\n").trim(), tags };
}

/** Keys of `@source` tags: `@source vehtari2021 eq. 4; geyer1992` names two. */
export function sourceKeys({ tags }: Docstring): string[] {
  return tags
    .filter(({ name }) => name === "source")
    .flatMap(
      ({ text }) => text.match(/\b[a-z]+(?:19|20)\d{2}[a-z]?\b/g) ?? [text.trim().split(/\s/)[0] ?? ""],
    );
}
