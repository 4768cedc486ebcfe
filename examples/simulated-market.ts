/**
 * A market whose truth is known: simulate, fit on every core, and print what was found beside what was true.
 *
 *     npx tsx --conditions=@mmm/source examples/simulated-market.ts [--draws 1000] [--warmup 800] [--seed 1]
 */

import { parseArgs } from "node:util";
import { fit, formatVerdict, isTrustworthy, parseModelSpec, roi } from "@mmm/model";
import { nodeWorkers } from "@mmm/sampler/node";
import { marketPreset, simulateMarket } from "@mmm/simulation";

const { values } = parseArgs({
  options: {
    draws: { type: "string", default: "1000" },
    warmup: { type: "string", default: "800" },
    seed: { type: "string", default: "1" },
  },
});

const market = simulateMarket(marketPreset("small"), values.seed);
const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
const fitted = await fit(market.dataset, spec, {
  seed: values.seed,
  draws: Number(values.draws),
  warmup: Number(values.warmup),
  runChains: nodeWorkers(),
});

console.log(formatVerdict(fitted.verdict).join("\n"));
// A short run may not pass its verdict; then the numbers are shown as what they are.
const evenIfUntrustworthy = !isTrustworthy(fitted);
for (const { channel, roi: estimate } of roi(fitted, { evenIfUntrustworthy })) {
  const truth = market.truth.channels.find(({ name }) => name === channel)!;
  const interval = `${estimate.low.toFixed(2)} – ${estimate.high.toFixed(2)}`;
  console.log(`${channel}: ROI ${estimate.mean.toFixed(2)} (${interval}), true ${truth.roi.toFixed(2)}`);
}
