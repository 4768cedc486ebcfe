/** Every `ts` block of every Markdown file runs and gives what it says. */
import { describe, test } from "vitest";
import { expectToHold, writeModules } from "./write-modules.js";

describe("code in Markdown", () => {
  for (const module of writeModules("markdown")) {
    test(`${module.title} runs`, () => expectToHold(module));
  }
});
