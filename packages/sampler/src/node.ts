/** The part of the sampler that needs Node: chains in worker threads, checkpoints in files. */
export { nodeWorkers } from "./node-workers.js";
export type { NodeWorkerOptions } from "./node-workers.js";
export { fileStore } from "./node/file-store.js";
