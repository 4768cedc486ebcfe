/** The module's doors: `run` for programs, each kernel by its name for measurements, and where free memory begins. */

export * from "./kernels";
export { run } from "./run";

/** First byte that no constant and no scratch space of a kernel occupies. */
export function freeMemory(): usize {
  return __heap_base;
}
