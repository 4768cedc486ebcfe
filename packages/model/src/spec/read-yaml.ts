/** From YAML or JSON text to a value, with a finder of lines for whoever judges the value. */

import { type Issue, makeIssue, type Place, type SchemaSource } from "@mmm/data";
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";

/** What a text holds, or why it holds nothing. */
export interface YamlReading {
  /** `undefined` when there are issues. */
  readonly value?: unknown;
  readonly issues: readonly Issue[];
  /** Line and column of a path in the text: of the key where it is one, of its nearest parent where it is missing. */
  readonly locate: NonNullable<SchemaSource["locate"]>;
}

type Path = readonly (string | number)[];

/**
 * Reads YAML 1.2, and so JSON.
 *
 * @param text  one document
 * @param file  how messages name the text
 * @param code  first half of the issues' codes
 * @returns     the value, or the issues `<code>.not-yaml`, each with line and column where they are known
 * @example
 * readYaml("columns:\n  time: week", "mmm.yaml").locate(["columns", "time"]); // => { line: 2, column: 3 }
 * readYaml("columns: [", "mmm.yaml").issues[0].code; // => "configuration.not-yaml"
 */
export function readYaml(text: string, file: string, code = "configuration"): YamlReading {
  const lines = new LineCounter();
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const refuse = (place: Place, reason: string): Issue =>
    makeIssue({
      code: `${code}.not-yaml`,
      place: { file, ...place },
      rule: "must be YAML or JSON",
      got: `text that is not: ${reason.split(" at line ")[0]}`,
      advice: "Mend this place.",
    });
  try {
    const document = parseDocument(text, { lineCounter: lines });
    const issues = document.errors.map((error) => refuse(position(error.pos[0]), error.message));
    const locate = (path: Path) => {
      const node = nodeAt((steps) => document.getIn(steps, true), path);
      return node?.range ? position(node.range[0]) : undefined;
    };
    return issues.length > 0 ? { issues, locate } : { value: document.toJS() as unknown, issues, locate };
  } catch (error) {
    // Aliases without an anchor or without an end come to light only here.
    return {
      issues: [refuse({}, error instanceof Error ? error.message : String(error))],
      locate: () => undefined,
    };
  }
}

/** The key at a path (in a list: the entry), or that of the nearest parent. */
function nodeAt(get: (path: Path) => unknown, path: Path): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = get(path.slice(0, length - 1));
    const step = path[length - 1];
    const key = isMap(parent)
      ? parent.items.map((pair) => pair.key).find((node) => isScalar(node) && node.value === step)
      : get(path.slice(0, length));
    if (isNode(key)) return key;
  }
  return undefined;
}
