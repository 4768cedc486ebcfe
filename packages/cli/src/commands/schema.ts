/** `mmm schema`: the JSON schema of configurations, for editors. */

import { throwIfErrors } from "@mmm/data";
import { configurationJsonSchema } from "@mmm/model";
import { Command } from "commander";
import { checkOutputFile, writeOutputFile } from "../files/output-file.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";

export function schemaCommand(world: World, _report: Report): Command {
  return new Command("schema")
    .description("print the JSON schema of a configuration, by which editors complete and check it")
    .option("-o, --output <file>", "write it to a file instead")
    .addHelpText(
      "after",
      `${examples("mmm schema --output mmm.schema.json")}\n\nThen, at the top of mmm.yaml:\n  # yaml-language-server: $schema=mmm.schema.json`,
    )
    .action(({ output }: { readonly output?: string }) => {
      const text = formatJson(configurationJsonSchema());
      if (output === undefined) return world.print(text);
      throwIfErrors(checkOutputFile(world, output));
      throwIfErrors(writeOutputFile(world, output, `${text}\n`));
      world.tell(`Written to ${output}.`);
    });
}
