/** What stands between a piece of code and a browser: imports of Node, and names that only Node has. */
import { createContext, runInContext } from "node:vm";
import { build, type Metafile } from "esbuild";

/** What every browser has beside the language itself; a fresh context starts with the language alone. */
function browserGlobals(): object {
  const { TextDecoder, TextEncoder, URL, atob, btoa, structuredClone, queueMicrotask } = globalThis;
  const { setTimeout, clearTimeout, AbortController, AbortSignal } = globalThis;
  const text = { TextDecoder, TextEncoder, URL, atob, btoa };
  return { ...text, structuredClone, queueMicrotask, setTimeout, clearTimeout, AbortController, AbortSignal };
}

function nodeImports({ inputs }: Metafile): string[] {
  return Object.entries(inputs).flatMap(([file, { imports }]) =>
    imports.filter(({ path }) => path.startsWith("node:")).map(({ path }) => `${file} imports ${path}`),
  );
}

function loadFault(code: string): string[] {
  try {
    const names: unknown = runInContext(
      `${code}; Object.keys(bundle).length`,
      createContext(browserGlobals()),
    );
    return Number(names) > 0 ? [] : ["shows no name"];
  } catch (error) {
    return [`does not load: ${String(error)}`];
  }
}

/** Bundles `contents` as a module of `directory` for a browser, and loads it; faults are told as sentences. */
export async function browserFaults(contents: string, directory: string): Promise<string[]> {
  try {
    const { metafile, outputFiles } = await build({
      stdin: { contents, resolveDir: directory, sourcefile: "entry.js" },
      absWorkingDir: directory,
      bundle: true,
      platform: "browser",
      format: "iife",
      globalName: "bundle",
      external: ["node:*"],
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const imports = nodeImports(metafile);
    return imports.length > 0 ? imports : loadFault(outputFiles[0]?.text ?? "");
  } catch (error) {
    return [(error as Error).message];
  }
}
