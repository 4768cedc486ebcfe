import { describe, expect, it } from "vitest";
import { allPosteriors } from "./posteriors/all-posteriors.js";
import { referencePosterior, referencesAreMissing } from "./posteriors/reference-posterior.js";
import { scorePosterior } from "./score-posterior.js";

/**
 * Those that are quick; `npm run evidence -- posteriordb` scores all ten. Draws per chain give bulk ESS above 1,000; |z| < 4 on 43
 * scalars × 5 quantities has a false-positive rate of about 1.5 % per seed, and the seed is fixed.
 */
const quick: Readonly<Record<string, number>> = {
  "eight_schools-eight_schools_noncentered": 2000,
  "kilpisjarvi_mod-kilpisjarvi": 4000,
  "nes2000-nes": 1500,
  "arK-arK": 1000,
  "low_dim_gauss_mix-low_dim_gauss_mix": 600,
  "garch-garch11": 2000,
  "sblri-blr": 1000,
};

describe.skipIf(referencesAreMissing)("posteriordb (skipped where its data are missing)", () => {
  it.each(Object.entries(quick))(
    "the sampler gives the means, sds and quantiles of %s: all |z| < 4",
    { timeout: 240_000 },
    async (name, draws) => {
      const { data, reference } = referencePosterior(name);
      const { parameters, traces } = await scorePosterior(allPosteriors[name]!(data), reference, {
        seed: 20260101,
        draws,
      });
      expect(traces.map(({ outcome }) => outcome)).toEqual(traces.map(() => "finished"));
      for (const { parameter, bulkEss, rhat, z } of parameters) {
        expect(bulkEss, parameter).toBeGreaterThan(1000);
        expect(rhat, parameter).toBeLessThan(1.01);
        for (const [quantity, score] of Object.entries(z)) {
          expect(Math.abs(score), `${quantity} of ${parameter}`).toBeLessThan(4);
        }
      }
    },
  );
});
