/**
 * Ten posteriors whose answer is known: every mean, standard deviation and quantile against posteriordb's reference draws.
 *
 *     npm run evidence -- posteriordb [name…]
 *
 * Fails where one is four standard errors off. Diamonds alone takes minutes.
 */

import { parseArgs } from "node:util";
import type { SampleOptions } from "@mmm/sampler";
import { allPosteriors } from "../../reference/posteriors/all-posteriors.js";
import { referencePosterior, referencesAreMissing } from "../../reference/posteriors/reference-posterior.js";
import { scorePosterior } from "../../reference/score-posterior.js";

/** Chains long enough for bulk ESS above 1,000; the Gaussian process needs short steps and distrusts directions. */
const usual = { draws: 2000, metric: "auto" } as const;
const settings: Readonly<Record<string, Partial<SampleOptions>>> = {
  "diamonds-diamonds": { ...usual, warmup: 1500 },
  "gp_pois_regr-gp_pois_regr": { draws: 3000, metric: "diagonal", targetAcceptance: 0.95 },
};

const { positionals } = parseArgs({ allowPositionals: true });
if (referencesAreMissing) {
  console.log(
    "posteriordb: its data are not beside the project (../shared/data/posteriordb); nothing to compare.",
  );
  process.exit();
}

const names = Object.keys(allPosteriors).filter(
  (name) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
console.log(`${"posterior".padEnd(42)} largest |z| of            bulk ESS   R-hat  diverg.  seconds`);
for (const name of names) {
  const { data, reference } = referencePosterior(name);
  const start = process.cpuUsage();
  const { parameters, traces } = await scorePosterior(allPosteriors[name]!(data), reference, {
    seed: 20260101,
    ...(settings[name] ?? usual),
  });
  const { user, system } = process.cpuUsage(start);
  const all = parameters.flatMap(({ parameter, z }) =>
    Object.entries(z).map(([quantity, score]) => ({
      what: `${quantity} of ${parameter}`,
      size: Math.abs(score),
    })),
  );
  const worst = all.reduce((left, right) => (right.size > left.size ? right : left));
  console.log(
    [
      name.padEnd(42),
      worst.size.toFixed(2).padStart(5),
      worst.what.padEnd(20),
      Math.min(...parameters.map(({ bulkEss }) => bulkEss))
        .toFixed(0)
        .padStart(8),
      Math.max(...parameters.map(({ rhat }) => rhat))
        .toFixed(4)
        .padStart(7),
      String(traces.reduce((sum, { divergences }) => sum + divergences.length, 0)).padStart(8),
      ((user + system) / 1e6).toFixed(1).padStart(8),
    ].join(" "),
  );
  if (!(worst.size < 4)) process.exitCode = 1;
}
