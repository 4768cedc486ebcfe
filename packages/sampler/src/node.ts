/** The part of the sampler that needs Node: chains in worker threads. */
export { nodeWorkers } from "./node-workers.js";
export type { NodeWorkerOptions } from "./node-workers.js";
