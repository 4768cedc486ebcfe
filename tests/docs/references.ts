/** REFERENCES.md: one entry a line, `- **key** — the full reference`, and who names it. */
export interface References {
  readonly keys: readonly string[];
  /** Entries that are doubled, out of order or without a text. */
  readonly faults: readonly string[];
}

export function references(markdown: string): References {
  const keys: string[] = [];
  const faults: string[] = [];
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("- ")) continue;
    const [, key, text] = /^- \*\*([a-z]+\d{4}[a-z]?)\*\* — (.+)$/.exec(line) ?? [];
    if (key === undefined || text === undefined)
      faults.push(`must have the form "- **key2020** — …", got ${line}`);
    else if (keys.includes(key)) faults.push(`must hold ${key} once`);
    else if (key < (keys.at(-1) ?? ""))
      faults.push(`must be in the order of keys, got ${key} after ${keys.at(-1)}`);
    if (key !== undefined) keys.push(key);
  }
  return { keys, faults };
}

/** Keys that none of the texts names as a whole word. */
export function unusedKeys(keys: readonly string[], texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => text.match(/\b[a-z]+\d{4}[a-z]?\b/g) ?? []));
  return keys.filter((key) => !words.has(key));
}

/** Keys behind any `@source` of a source file, public or not, that the bibliography lacks. */
export function unknownKeys(path: string, text: string, known: ReadonlySet<string>): string[] {
  return [...text.matchAll(/^\s*(?:\/?\*+|\/\/)\s*@source\s+(.*?)(?:\*\/)?$/gm)].flatMap(
    ({ index, 1: source }) => {
      const keys = source?.match(/\b[a-z]+(?:19|20)\d{2}[a-z]?\b/g) ?? [source?.trim() ?? ""];
      const line = text.slice(0, index).split("\n").length;
      return keys.filter((key) => !known.has(key)).map((key) => `${path}:${line}: names "${key}"`);
    },
  );
}
