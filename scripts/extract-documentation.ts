/** Writes the code of the documentation where the compiler checks it: `tests/docs/.generated`. */
import { writeExampleModules, writeMarkdownModules } from "../tests/docs/write-modules.js";

writeMarkdownModules();
writeExampleModules();
