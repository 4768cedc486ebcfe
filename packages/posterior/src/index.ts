/** The public face of `@mmm/posterior`: named draws, convergence diagnostics and a verdict. */
export { type Chains, makeChains } from "./chains/chains.js";
export { ebfmi } from "./diagnostics/ebfmi.js";
export { essBulk, essMean, essMedian, essQuantile, essSd, essTail } from "./diagnostics/ess.js";
export { mcseMean, mcseMedian, mcseQuantile, mcseSd } from "./diagnostics/mcse.js";
export { nestedRhat } from "./diagnostics/nested-rhat.js";
export { rhat, rhatBasic } from "./diagnostics/rhat.js";
