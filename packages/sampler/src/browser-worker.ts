/** The script of a web worker. */
import { makeChainHost } from "./run/chain-host.js";
import type { HostCommand, HostReport } from "./run/chain-host.js";

/** The part of a web worker's global scope that is used here. */
export interface BrowserWorkerScope {
  onmessage: ((event: { readonly data: HostCommand }) => void) | null;
  postMessage(report: HostReport, transfer: readonly ArrayBuffer[]): void;
}

const scope = globalThis as unknown as BrowserWorkerScope;
const hear = makeChainHost({ say: (report, transfer) => scope.postMessage(report, transfer) });
scope.onmessage = ({ data }) => hear(data);
