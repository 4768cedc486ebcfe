/** From guessed roles to the text of a first configuration, for a person to read and change. */

import type { Dataset, RoleGuess } from "@mmm/data";
import { columnsSection } from "./columns-section.js";
import { modelSection } from "./model-section.js";

/** The files that the first lines speak of. */
export interface InitialFiles {
  readonly csv: string;
  readonly output: string;
}

/**
 * Writes the configuration: columns as they were guessed, and our default model with what can be chosen instead. A comment
 * `# or: key: …` may take the place of the key above it, a comment `# add: key: …` may be added.
 */
export function initialConfiguration(
  guess: RoleGuess,
  dataset: Dataset | undefined,
  { csv, output }: InitialFiles,
): string {
  return [
    "# A first configuration, guessed from the names and values of the columns: read it and change it.",
    "# A line `# or: …` may replace the line above it, a line `# add: …` may be added. Then:",
    `#   mmm check ${csv} --config ${output}`,
    `#   mmm fit ${csv} --config ${output}`,
    "# Editors complete and check this file by the JSON schema that `mmm schema` prints.",
    "",
    ...columnsSection(guess),
    "",
    ...modelSection(guess, dataset),
    "",
  ].join("\n");
}
