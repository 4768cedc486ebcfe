/** The files of a simulated market: data, the configuration that reads them, and the truth. */

import { join } from "node:path";
import { type Issue, makeIssue, throwIfErrors, writeDatasetCsv } from "@mmm/data";
import { type Market, writeTruth } from "@mmm/simulation";
import { checkOutputFile, writeOutputFile } from "../files/output-file.js";
import type { World } from "../world.js";
import { writeConfiguration } from "./write-configuration.js";

/** Where the files of a market lie. */
export interface MarketFiles {
  readonly csv: string;
  readonly configuration: string;
  readonly truth: string;
}

/** The files of a market in a folder. */
export function marketFiles(folder: string): MarketFiles {
  return {
    csv: join(folder, "market.csv"),
    configuration: join(folder, "mmm.yaml"),
    truth: join(folder, "truth.json"),
  };
}

/** What stands against writing a market there: places that cannot be written, and files that somebody else wrote. */
export function checkMarketFiles(world: World, market: Market, files: MarketFiles): readonly Issue[] {
  const unwritable = Object.values(files).flatMap((path: string) => checkOutputFile(world, path));
  const has = (path: string): boolean => "text" in world.readText(path);
  const configuration = world.readText(files.configuration);
  const edited = "text" in configuration && configuration.text !== writeConfiguration(market.dataset);
  return [
    ...unwritable,
    ...(edited
      ? [foreign(files.configuration, "a configuration of another market, or one changed by hand")]
      : []),
    ...(has(files.csv) && !has(files.truth) ? [foreign(files.csv, "data that were not simulated")] : []),
  ];
}

function foreign(path: string, got: string): Issue {
  return makeIssue({
    code: "cli.not-simulated",
    place: { file: path },
    rule: "a simulated market replaces only what was simulated",
    got,
    advice: "Choose another folder with --directory, or remove the file.",
  });
}

/** Writes data, configuration and truth. */
export function writeMarketFiles(world: World, market: Market, files: MarketFiles): void {
  throwIfErrors(writeOutputFile(world, files.csv, writeDatasetCsv(market.dataset)));
  throwIfErrors(writeOutputFile(world, files.configuration, writeConfiguration(market.dataset)));
  throwIfErrors(writeOutputFile(world, files.truth, writeTruth(market)));
}
