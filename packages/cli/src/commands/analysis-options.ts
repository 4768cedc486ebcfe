/** The options that name columns and model, shared by every command that reads a CSV. */

import type { Command } from "commander";
import { presets } from "@mmm/model";
import { listValue, nameValue } from "./values.js";

export function withAnalysisOptions(command: Command): Command {
  return command
    .argument("<csv>", "one row per day, week or month")
    .option("-c, --config <file>", "YAML or JSON with `columns` and `model`; without it, name:")
    .option("--time <column>", "column of dates")
    .option("--kpi <column>", "column of sales, revenue or orders")
    .option("--channels <columns>", "columns of spend, separated by commas", listValue)
    .option("--controls <columns>", "columns of controls, separated by commas", listValue)
    .option(
      "--preset <name>",
      `believe what another library does, in place of the model in --config: ${Object.keys(presets).join(", ")}`,
      nameValue(Object.keys(presets)),
    );
}
