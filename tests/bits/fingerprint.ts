/** What every engine must agree on to the last bit: programs, draws and diagnostics of one small fit, as a text. */

import { exampleDataset } from "@mmm/data";
import { compileModel, fit, parseModelSpec, roi } from "@mmm/model";
import { drawGamma, drawNormal, exp, log, pow, randomStream, sin } from "@mmm/numerics";
import { rhat, selectParameter } from "@mmm/posterior";

/** The bits of numbers, folded into eight hexadecimal digits (FNV-1a). */
function bitsOf(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(Float64Array.from(values).buffer);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** The fingerprint of this engine: one line per floor. */
export async function fingerprint(): Promise<string> {
  const grid = Float64Array.from({ length: 2000 }, (_, i) => (i - 1000) / 37);
  const stream = randomStream(1, "bits");
  const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
  const model = compileModel(exampleDataset(), spec);
  const gradient = new Float64Array(model.dimension);
  const value = model.logDensity.evaluate(new Float64Array(model.dimension).fill(0.3), gradient);
  const fitted = await fit(exampleDataset(), spec, { seed: 1, chains: 2, warmup: 80, draws: 60 });
  const tv = selectParameter(fitted.draws, "roi", { channel: "tv" });
  return [
    `elementary ${bitsOf(Array.from(grid).flatMap((x) => [exp(x), log(Math.abs(x) + 0.1), sin(x), pow(Math.abs(x), 1.7)]))}`,
    `variates ${bitsOf(Array.from({ length: 500 }, () => drawNormal(stream) + drawGamma(stream, 0.7)))}`,
    `gradient ${bitsOf([value, ...gradient])}`,
    `draws ${bitsOf(fitted.traces[1]!.positions)}`,
    `roi ${bitsOf(roi(fitted, { evenIfUntrustworthy: true }).map((row) => row.marginalRoi.mean))}`,
    `rhat ${bitsOf([rhat(tv)])}`,
  ].join("; ");
}
