/** `mmm check`: reads a CSV and its configuration and says everything that is wrong with them. */

import { formatIssues } from "@mmm/model";
import { Command } from "commander";
import type { Report } from "../main.js";
import { type AnalysisOptions, readAnalysis } from "../read-analysis.js";
import type { World } from "../world.js";
import { withAnalysisOptions } from "./analysis-options.js";

export function checkCommand(world: World, _report: Report): Command {
  return withAnalysisOptions(
    new Command("check").description("check a CSV and its configuration; nothing is written"),
  )
    .option("--json", "print the issues and the shape of the data as JSON")
    .action((csv: string, options: AnalysisOptions & { json?: boolean }) => {
      const { dataset, warnings } = readAnalysis(world, csv, options);
      const { periods, channels, controls, kpi } = dataset;
      if (options.json) {
        const names = {
          channels: channels.map(({ name }) => name),
          controls: controls.map(({ name }) => name),
        };
        world.print(
          JSON.stringify(
            {
              file: csv,
              periods: periods.length,
              from: periods[0],
              to: periods.at(-1),
              kpi: kpi.name,
              ...names,
              issues: warnings,
            },
            null,
            2,
          ),
        );
        return;
      }
      world.print(
        `${csv}: ${periods.length} periods from ${periods[0]} to ${periods.at(-1)}, KPI "${kpi.name}", ${channels.length} channels, ${controls.length} controls`,
      );
      world.print(formatIssues(warnings));
    });
}
