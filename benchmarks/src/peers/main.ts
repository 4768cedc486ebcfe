/**
 * Our presets beside the libraries whose models they are, where these are installed.
 *
 *     npm run bench -- peers [--cases "meridian;panel"] [--only densities|fits] [--draws FOLDER] [--write]
 *
 * The program stands with the tests of @mmm/model, because densities are compared term by term and no door of the package shows terms.
 */

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const program = fileURLToPath(new URL("../../../packages/model/test/peers/index.ts", import.meta.url));
const arguments_ = [tsx, "--conditions=@mmm/source", program, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, arguments_, { stdio: "inherit" }).status ?? 1;
