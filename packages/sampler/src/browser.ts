/** The part of the sampler that needs a browser: chains in web workers. */
export { browserWorkers } from "./browser-workers.js";
export type { BrowserWorkerOptions } from "./browser-workers.js";
