/** The script of a worker thread of Node. */
import { parentPort } from "node:worker_threads";
import { makeChainHost } from "./run/chain-host.js";
import type { HostCommand } from "./run/chain-host.js";

/** The thread this worker was started by; it is never run without one. */
export const chainWorkerPort = parentPort!;

chainWorkerPort.on(
  "message",
  makeChainHost({
    say: (report, transfer) => chainWorkerPort.postMessage(report, transfer),
  }) satisfies (command: HostCommand) => void,
);
