/** `mmm check`: reads a CSV and its configuration and says everything that is wrong with them. */

import { formatIssues } from "@mmm/model";
import { Command } from "commander";
import { type AnalysisOptions, readAnalysis } from "../analysis/read-analysis.js";
import { datasetShape, describeShape } from "../output/dataset-shape.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";
import { withAnalysisOptions } from "./analysis-options.js";

export function checkCommand(world: World, _report: Report): Command {
  return withAnalysisOptions(
    new Command("check").description("check a CSV and its configuration; nothing is written"),
  )
    .option("--json", "print the issues and the shape of the data as JSON")
    .addHelpText(
      "after",
      examples(
        "mmm check sales.csv --config mmm.yaml",
        "mmm check sales.csv --time week --kpi revenue --channels tv,search",
      ),
    )
    .action((csv: string, options: AnalysisOptions & { readonly json?: boolean }) => {
      const { dataset, warnings } = readAnalysis(world, csv, options);
      const shape = datasetShape(dataset);
      if (options.json) world.print(formatJson({ file: csv, ...shape, issues: warnings }));
      else world.print(`${csv}: ${describeShape(shape)}\n${formatIssues(warnings)}`);
    });
}
