/**
 * Brings a clone to the point where everything runs: Node is new enough, dependencies are those of the lockfile,
 * packages are built. Plain Node without a dependency, because it is what installs the dependencies.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The sentence that refuses this Node, or undefined when it is new enough.
 * @param {string} version
 */
export function refuseNode(version) {
  if (Number.parseInt(version, 10) >= 20) return undefined;
  return `Node.js: must be 20 or newer, got ${version}. Install a current one from https://nodejs.org and try again.`;
}

/**
 * One hash for all that decides what belongs in node_modules: the lockfile and every package.json.
 * @param {string} directory
 */
export function installStamp(directory) {
  const packages = join(directory, "packages");
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"].map((name) =>
    join(directory, name),
  );
  for (const name of existsSync(packages) ? readdirSync(packages).sort() : []) {
    files.push(join(packages, name, "package.json"));
  }
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(file.slice(directory.length)).update("\0");
    if (existsSync(file)) hash.update(readFileSync(file));
    hash.update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} directory */
function canWrite(directory) {
  try {
    rmdirSync(mkdtempSync(join(directory, ".mmm-set-up-")));
    return true;
  } catch {
    return false;
  }
}

/** npm, pnpm and turbo keep caches under HOME; where it is read-only they get a home inside the clone. */
function environment() {
  const path = [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
  const env = { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  if (canWrite(homedir())) return env;
  const home = join(root, ".home");
  mkdirSync(home, { recursive: true });
  const userConfig = process.env["npm_config_userconfig"] ?? join(homedir(), ".npmrc");
  const caches = { npm_config_cache: join(home, "npm"), npm_config_store_dir: join(home, "pnpm-store") };
  return {
    ...env,
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    XDG_STATE_HOME: home,
    npm_config_userconfig: userConfig,
    ...caches,
  };
}

/**
 * Runs a command and gives back what it printed, which is shown only when it fails.
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 */
function run(what, command, args, env, cwd = root) {
  const shell = process.platform === "win32"; // npx and turbo are .cmd files there
  const result = spawnSync(command, args, {
    cwd,
    env,
    shell,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
  });
  if (result.status === 0) return result.stdout;
  process.stderr.write(
    `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ? `${result.error.message}\n` : ""}`,
  );
  process.stderr.write(`set-up: ${what} failed: ${command} ${args.join(" ")}\n`);
  process.exit(1);
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`set-up: ${text}\n`);
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** @param {NodeJS.ProcessEnv} env */
function install(env) {
  const stampFile = join(root, "node_modules", ".set-up.json");
  const stamp = installStamp(root);
  if (existsSync(stampFile) && JSON.parse(readFileSync(stampFile, "utf8")).install === stamp) return;
  const pinned = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
  const start = performance.now();
  say(`installing the dependencies of pnpm-lock.yaml with ${pinned} (about half a minute the first time) …`);
  // From elsewhere, because npx would take the pnpm of node_modules, which an install may have to replace.
  const args = [
    "-y",
    pinned,
    "--dir",
    root,
    "install",
    "--frozen-lockfile",
    "--config.confirmModulesPurge=false",
  ];
  const { npm_config_local_prefix: _, ...elsewhere } = env;
  run("the install", "npx", args, elsewhere, tmpdir());
  writeFileSync(stampFile, `${JSON.stringify({ install: stamp })}\n`);
  say(`dependencies installed in ${seconds(start)}`);
}

/**
 * turbo compares the hashes of all sources with those of the last build: an unchanged tree costs a tenth of a second.
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} quiet
 */
function build(env, quiet) {
  const start = performance.now();
  const printed = run("the build", "turbo", ["run", "compile", "--output-logs=errors-only"], env);
  if (/0 cached, 1 total/.test(printed)) say(`packages built in ${seconds(start)}`);
  else if (!quiet) say("dependencies and build are current");
}

function main() {
  const refusal = refuseNode(process.versions.node);
  if (refusal !== undefined) {
    say(refusal);
    process.exit(1);
  }
  const env = environment();
  install(env);
  build(env, process.argv.includes("--quiet"));
}

// Reached through a link, argv keeps the link's name while import.meta has the file's.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
