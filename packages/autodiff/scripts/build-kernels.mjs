/**
 * Compiles assembly/ into src/kernels/kernel-binary.ts and writes assembly/run.ts, the interpreter's switch, from the
 * table of kernels, so that table and switch cannot disagree. The same sources give the same bytes.
 */

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { transform } from "esbuild";
import { format, resolveConfig } from "prettier";

const root = fileURLToPath(new URL("..", import.meta.url));

async function readKernelTable() {
  const source = await readFile(`${root}/src/kernels/kernel-table.ts`, "utf8");
  const { code } = await transform(source, { loader: "ts", format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

/** One case per kernel; every argument is an int32, buffers are byte addresses. */
function writeSwitch(kernelTable, recordLength) {
  const cases = Object.entries(kernelTable).map(([name, parameters], code) => {
    const values = parameters.map((_, index) => `        load<i32>(record, ${4 * (index + 1)}),`);
    return [
      `      case ${code}:`,
      `        kernels.${name}(`,
      ...values,
      `        );`,
      `        break;`,
    ].join("\n");
  });
  return `/** Written by scripts/build-kernels.mjs from the table of kernels: runs records of ${recordLength} integers each. */

import * as kernels from "./kernels";

export function run(record: usize, count: i32): void {
  const end = record + (<usize>count << ${Math.log2(4 * recordLength)});
  for (; record < end; record += ${4 * recordLength}) {
    switch (load<i32>(record)) {
${cases.join("\n")}
      default:
        unreachable();
    }
  }
}
`;
}

async function compile() {
  const files = new Map();
  const messages = [];
  const { error } = await asc.main(
    [
      ...["assembly/index.ts", "--baseDir", root, "--outFile", "kernels.wasm"],
      ...["-O3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd", "--use", "abort="],
    ],
    {
      writeFile: (name, contents) => void files.set(name, contents),
      stderr: { write: (message) => void messages.push(message) },
    },
  );
  if (error) throw new Error(`assembly: must compile, got ${error.message}\n${messages.join("")}`);
  return files.get("kernels.wasm");
}

function writeBinaryModule(binary) {
  const lines = Buffer.from(binary)
    .toString("base64")
    .match(/.{1,120}/gu);
  return `/** Written by scripts/build-kernels.mjs from assembly/: the WebAssembly module of the kernels, in base 64. */

export const kernelBinary: string =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`;
}

const { kernelTable, recordLength } = await readKernelTable();
const runFile = `${root}/assembly/run.ts`;
const runSource = writeSwitch(kernelTable, recordLength);
await writeFile(
  runFile,
  await format(runSource, { ...(await resolveConfig(runFile)), parser: "typescript" }),
);
const binary = await compile();
await writeFile(`${root}/src/kernels/kernel-binary.ts`, writeBinaryModule(binary));
console.log(`kernels: ${Object.keys(kernelTable).length}, ${binary.length} bytes`);
