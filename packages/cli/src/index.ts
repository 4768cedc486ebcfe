/** @mmm/cli: the `mmm` command as a function, for programs that want to run it. */

export { main } from "./main.js";
export { nodeWorld } from "./node-world.js";
export { type ExitCode, exitCodes } from "./output/exit-codes.js";
export type { World } from "./world.js";
