/** Links of Markdown files that lead nowhere: a missing file, a missing heading, an address that is none. */
import { posix } from "node:path";
import { withoutCode } from "./code-blocks.js";

export interface MarkdownFile {
  readonly path: string;
  readonly text: string;
}

interface Link {
  readonly target: string;
  readonly line: number;
}

const inline =
  /!?\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+["'][^)]*)?\)/g;
const definition = /^ {0,3}\[[^\]^]+\]:\s*<?([^\s>]+)/gm;
const html = /<(?:a|img)\b[^>]*\b(?:href|src)="([^"]*)"/g;

function linksIn(text: string): Link[] {
  const prose = withoutCode(text);
  return [inline, definition, html]
    .flatMap((pattern) => [...prose.matchAll(pattern)])
    .sort((left, right) => left.index - right.index)
    .map(({ index, 1: target }) => ({
      target: target ?? "",
      line: prose.slice(0, index).split("\n").length,
    }));
}

/** Anchors as GitHub makes them of headings; a heading that occurs again gets a number. */
export function anchors(text: string): Set<string> {
  const found = new Set<string>();
  const counts = new Map<string, number>();
  const withoutFences = text.split("\n");
  const prose = withoutCode(text).split("\n");
  prose.forEach((line, index) => {
    const heading = line.startsWith("#")
      ? /^#{1,6}\s+(.*?)\s*#*$/.exec(withoutFences[index] ?? "")?.[1]
      : undefined;
    if (heading === undefined) return;
    const plain = heading.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = plain.replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, "").replaceAll(" ", "-");
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    found.add(count === 0 ? slug : `${slug}-${count}`);
  });
  for (const [, name] of text.matchAll(/<[a-z]+\b[^>]*\b(?:id|name)="([^"]*)"/g)) found.add(name ?? "");
  return found;
}

function faultOf(
  file: MarkdownFile,
  target: string,
  exists: (path: string) => boolean,
  read: (path: string) => string | undefined,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return /^(https?:\/\/|mailto:)/.test(target) && URL.canParse(target) ? undefined : "is no address";
  }
  if (target === "") return "is empty";
  const [path = "", anchor] = target.split("#");
  if (path === "")
    return anchors(file.text).has(decodeURIComponent(anchor ?? "")) ? undefined : "is no heading here";
  const place = posix.join(posix.dirname(file.path), decodeURI(path));
  if (place.startsWith("..")) return "leaves the repository";
  if (!exists(place)) return "does not exist";
  if (anchor === undefined || !place.endsWith(".md")) return undefined;
  return anchors(read(place) ?? "").has(decodeURIComponent(anchor)) ? undefined : "is no heading there";
}

/** Every link that leads nowhere, as `README.md:12: docs/x.md does not exist`. */
export function brokenLinks(
  files: readonly MarkdownFile[],
  exists: (path: string) => boolean,
  read: (path: string) => string | undefined,
): string[] {
  return files.flatMap((file) =>
    linksIn(file.text).flatMap(({ target, line }) => {
      const fault = faultOf(file, target, exists, read);
      return fault === undefined ? [] : [`${file.path}:${line}: ${target || "a link"} ${fault}`];
    }),
  );
}
