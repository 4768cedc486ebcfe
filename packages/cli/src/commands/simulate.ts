/** `mmm simulate`: a market whose truth is known, as CSV, configuration and truth. */

import { throwIfErrors } from "@mmm/data";
import { IssueError, readYaml } from "@mmm/model";
import {
  type MarketDescription,
  marketPreset,
  marketPresets,
  parseMarketDescription,
  simulateMarket,
} from "@mmm/simulation";
import { Command } from "commander";
import { readFile } from "../files/read-file.js";
import { checkMarketFiles, marketFiles, writeMarketFiles } from "../market/market-files.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";
import { nameValue, seedValue } from "./values.js";

interface Options {
  readonly preset: string;
  readonly description?: string;
  readonly seed: number | string;
  readonly directory: string;
  readonly json?: boolean;
}

const presetNames = Object.keys(marketPresets);

export function simulateCommand(world: World, _report: Report): Command {
  return new Command("simulate")
    .description("write a simulated market: market.csv, mmm.yaml and truth.json")
    .option(
      "--preset <name>",
      `a market that is ready: ${presetNames.join(", ")}`,
      nameValue(presetNames),
      "national",
    )
    .option("--description <file>", "YAML or JSON that describes another market")
    .option("--seed <seed>", "the same seed gives the same market", seedValue, 1)
    .option("-d, --directory <folder>", "where the files go", "market")
    .option("--json", "print the paths as JSON")
    .addHelpText(
      "after",
      examples(
        "mmm simulate --preset small --directory market",
        "mmm fit market/market.csv --config market/mmm.yaml",
      ),
    )
    .action((options: Options) => {
      const files = marketFiles(options.directory);
      const market = simulateMarket(describe(world, options), options.seed);
      throwIfErrors(checkMarketFiles(world, market, files));
      writeMarketFiles(world, market, files);
      world.print(options.json ? formatJson(files) : Object.values(files).join("\n"));
    });
}

function describe(world: World, { preset, description }: Options): MarketDescription {
  if (description === undefined) return marketPreset(preset);
  const { text, issues } = readFile(world, description, "description");
  if (text === undefined) throw new IssueError(issues);
  const { value, issues: faults, locate } = readYaml(text, description, "market");
  throwIfErrors(faults);
  return parseMarketDescription(value, { file: description, locate });
}
