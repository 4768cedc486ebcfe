/** Writes the code of the documentation where the compiler checks it: `tests/docs/.generated`. */
import { writeModules } from "../tests/docs/write-modules.js";

writeModules("markdown");
writeModules("examples");
