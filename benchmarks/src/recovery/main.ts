/**
 * Recovery: what our default model finds of markets whose truth is known.
 *
 *     npm run bench -- recovery [--datasets "national;mmm_example"] [--markets 20]
 *
 * Without options the published markets and twenty of every preset. Rows of
 * benchmarks/results/recovery.json that are measured anew are replaced, the others stay; then coverage, bias and errors of
 * all rows in the file are printed.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type MarketPreset, marketPresets } from "@mmm/simulation";
import { type KnownMarket, publishedMarkets, simulatedMarket } from "./known-market.js";
import { measureRecovery, type RecoveryRow } from "./measure-recovery.js";
import { printRecovery } from "./print-recovery.js";

const folder = new URL("../../results/", import.meta.url);
const file = new URL("recovery.json", folder);

const { values } = parseArgs({
  options: { datasets: { type: "string" }, markets: { type: "string", default: "20" } },
});
const wanted = values.datasets?.split(";");
const presets = Object.keys(marketPresets) as MarketPreset[];

/** Our default model, except that days of the week differ in daily data, which any analyst would say. */
const specs: Readonly<Record<string, unknown>> = {
  "daily-campaigns": {
    seasonality: [
      { periodDays: 365.25, harmonics: 2 },
      { periodDays: 7, harmonics: 3 },
    ],
  },
};

function* markets(): Generator<KnownMarket> {
  for (const market of publishedMarkets()) if (wanted?.includes(market.dataset) ?? true) yield market;
  for (const preset of presets) {
    if (!(wanted?.includes(preset) ?? true)) continue;
    for (let seed = 1; seed <= Number(values.markets); seed++) yield simulatedMarket(preset, seed);
  }
}

function readRows(): readonly RecoveryRow[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly RecoveryRow[]) : [];
}

function keep(measured: readonly RecoveryRow[]): void {
  const keyOf = ({ dataset, seed, channel }: RecoveryRow): string => `${dataset}\n${seed}\n${channel}`;
  const rows = new Map([...readRows(), ...measured].map((row) => [keyOf(row), row]));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify([...rows.values()], null, 2)}\n`);
}

for (const market of markets()) {
  const rows = await measureRecovery(market, specs[market.dataset] ?? {});
  keep(rows);
  const [first] = rows;
  const inside = rows.filter((row) => row.roiLow90 <= row.trueRoi && row.trueRoi <= row.roiHigh90).length;
  console.log(
    `${market.dataset} ${market.seed}: ${first!.seconds.toFixed(1)} s, R-hat ${first!.maxRhat.toFixed(3)}, ` +
      `ESS ${first!.minEss.toFixed(0)}, divergences ${first!.divergences}, ${inside} of ${rows.length} ROI inside`,
  );
}
printRecovery(readRows());
