/** The door of a description: from JSON or YAML values to a `MarketDescription` with every default written in. */

import { checkSchema, type SchemaSource, throwIfErrors } from "@mmm/data";
import { checkNames } from "./check-names.js";
import { checkParts } from "./check-parts.js";
import type { MarketDescription } from "./market-description.js";
import { marketSchema } from "./market-schema.js";

/**
 * Checks a description and writes every default into it. Only channels have to be given, each with `name`,
 * `spendPerPeriod` and `roi`.
 *
 * @param input   any value, as parsed from JSON or YAML; a complete description comes back equal
 * @param source  where it comes from: `file`, `root` (name before every path, default `"market"`), `locate` (path → line)
 * @returns       the complete description
 * @throws  {IssueError} with every issue: `market.unknown-key`, `market.missing-key`, `market.wrong-type`,
 *          `market.not-allowed`, `market.out-of-range`, `market.invalid`, `market.duplicate-name`,
 *          `market.unknown-channel`, `market.circular-following`, `market.weekdays-in-weeks`
 * @example
 * const shop = parseMarketDescription({ channels: [{ name: "tv", spendPerPeriod: 20_000, roi: 1.5 }] });
 * shop.periods; // => 156
 * shop.channels[0].adstock; // => { kind: "geometric", retention: 0.4, normalize: true, window: null, lead: 0 }
 */
export function parseMarketDescription(
  input: unknown,
  source: Omit<SchemaSource, "code"> = {},
): MarketDescription {
  const named = { ...source, root: source.root ?? "market" };
  throwIfErrors([
    ...checkSchema(marketSchema, input, { ...named, code: "market" }),
    ...checkNames(input, named),
    ...checkParts(input, named),
  ]);
  return marketSchema.parse(input);
}
