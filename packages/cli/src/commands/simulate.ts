/** `mmm simulate`: a market whose truth is known, as CSV, configuration and truth. */

import { writeDatasetCsv } from "@mmm/data";
import {
  type Market,
  marketPreset,
  parseMarketDescription,
  simulateMarket,
  writeTruth,
} from "@mmm/simulation";
import { IssueError } from "@mmm/model";
import { makeIssue } from "@mmm/data";
import { Command } from "commander";
import { parse } from "yaml";
import type { Report } from "../main.js";
import { readFile } from "../read-analysis.js";
import type { World } from "../world.js";
import { requireWritable, writeWhole } from "./fit.js";
import { writeConfiguration } from "../write-configuration.js";

interface Options {
  readonly preset: string;
  readonly description?: string;
  readonly seed: string;
  readonly directory: string;
}

export function simulateCommand(world: World, _report: Report): Command {
  return new Command("simulate")
    .description("write a simulated market: market.csv, mmm.yaml and truth.json")
    .option("--preset <name>", "national or small", "national")
    .option("--description <file>", "YAML or JSON that describes another market")
    .option("--seed <seed>", "the same seed gives the same market", "1")
    .option("-d, --directory <folder>", "where the files go", "market")
    .action((options: Options) => {
      const files = marketFiles(options.directory);
      for (const path of Object.values(files)) requireWritable(world, path);
      const market = simulateMarket(
        describe(world, options),
        /^\d+$/.test(options.seed) ? Number(options.seed) : options.seed,
      );
      writeMarket(world, market, files);
      for (const path of Object.values(files)) world.print(path);
    });
}

/** The files of a market in a folder. */
export function marketFiles(folder: string): {
  readonly csv: string;
  readonly configuration: string;
  readonly truth: string;
} {
  return { csv: `${folder}/market.csv`, configuration: `${folder}/mmm.yaml`, truth: `${folder}/truth.json` };
}

/** Writes data, configuration and truth. */
export function writeMarket(world: World, market: Market, files: ReturnType<typeof marketFiles>): void {
  writeWhole(world, files.csv, writeDatasetCsv(market.dataset));
  writeWhole(world, files.configuration, writeConfiguration(market.dataset));
  writeWhole(world, files.truth, writeTruth(market.truth));
}

function describe(world: World, { preset, description }: Options) {
  if (description === undefined) return marketPreset(preset);
  const { text, issues } = readFile(world, description, "description");
  if (text === undefined) throw new IssueError(issues);
  try {
    return parseMarketDescription(parse(text), { file: description });
  } catch (error) {
    if (error instanceof IssueError) throw error;
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new IssueError([
      makeIssue({
        code: "cli.not-yaml",
        place: { file: description },
        rule: "must be YAML or JSON",
        got: `text that is not: ${reason}`,
        advice: "Mend this place.",
      }),
    ]);
  }
}
