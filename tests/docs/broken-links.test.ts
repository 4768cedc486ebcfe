import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../files-below.js";
import { anchors, brokenLinks } from "./broken-links.js";
import { markdownFiles, readText } from "./documentation-on-disk.js";

const files: Readonly<Record<string, string>> = {
  "docs/guide.md": "# R-hat, and `ess`\n\n## Twice\n\n## Twice\n\n```\n# no heading\n```\n",
  LICENSE: "MIT",
};

function faultsOf(...lines: string[]): string[] {
  const file = { path: "docs/a.md", text: lines.join("\n") };
  return brokenLinks(
    [file],
    (path) => path in files || path === "docs",
    (path) => files[path],
  );
}

test("a missing file, a missing heading and a bad address are told with their line", () => {
  expect(
    faultsOf(
      "[a](nowhere.md) and ![b](../LICENSE)",
      "[c](guide.md#thrice)",
      "",
      "[d]: htp://x",
      "<img src='x' alt=\"\">",
    ),
  ).toEqual([
    "docs/a.md:1: nowhere.md does not exist",
    "docs/a.md:2: guide.md#thrice is no heading there",
    "docs/a.md:4: htp://x is no address",
  ]);
  expect(faultsOf('<img src="x.png">', "[out](../../secret.md)", "[]()")).toEqual([
    "docs/a.md:1: x.png does not exist",
    "docs/a.md:2: ../../secret.md leaves the repository",
    "docs/a.md:3: a link is empty",
  ]);
});

test("files, folders, headings and addresses that exist pass, and code is no link", () => {
  expect(
    faultsOf(
      "# Here",
      '[a](guide.md#r-hat-and-ess) [b](guide.md#twice-1) [c](#here) [d](../docs) [e](https://a.org/b_(c) "title")',
      "`[x](y)` and [![badge](https://a.org/b.svg)](../LICENSE)",
      "```md",
      "[x](y)",
      "```",
    ),
  ).toEqual([]);
});

test("anchors are those of GitHub", () => {
  expect([...anchors(files["docs/guide.md"] as string)]).toEqual(["r-hat-and-ess", "twice", "twice-1"]);
});

test("no link of the repository leads nowhere", () => {
  const all = markdownFiles().map((path) => ({ path, text: readText(path) as string }));
  expect(brokenLinks(all, (path) => existsSync(join(root, path)), readText)).toEqual([]);
});
