/** The public face of `@mmm/posterior`: named draws, convergence diagnostics and a verdict. */
export { type Chains, makeChains } from "./chains/chains.js";
export { ebfmi } from "./diagnostics/ebfmi.js";
export { essBulk, essMean, essMedian, essQuantile, essSd, essTail } from "./diagnostics/ess.js";
export { mcseMean, mcseMedian, mcseQuantile, mcseSd } from "./diagnostics/mcse.js";
export { nestedRhat } from "./diagnostics/nested-rhat.js";
export { rhat, rhatBasic } from "./diagnostics/rhat.js";
export { combineDraws } from "./draws/combine-draws.js";
export type { Draws, DrawsAxis, DrawsParameter, SampleStatistics } from "./draws/draws.js";
export { exampleDraws } from "./draws/example-draws.js";
export { type DrawsElement, listElements } from "./draws/list-elements.js";
export { makeDraws } from "./draws/make-draws.js";
export { type Coordinates, selectParameter } from "./draws/select-parameter.js";
export { thinDraws } from "./draws/thin-draws.js";
export { equalTailedInterval, type Interval } from "./intervals/equal-tailed-interval.js";
export { highestDensityInterval } from "./intervals/highest-density-interval.js";
export { summarizeDraws, type SummaryOptions, type SummaryRow } from "./summary/summarize-draws.js";
