/** Which series a repair is for, and repairs for series that do not exist. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import type { Repair } from "./repair.js";

/** A series as repairs choose it. */
export interface NamedSeries {
  readonly name: string;
  readonly meaning: string;
}

/** Whether a repair is for a series. */
export function isChosen({ series, every }: Repair, { name, meaning }: NamedSeries): boolean {
  return every === undefined ? namesOf(series).includes(name) : every === meaning;
}

/** An issue for each name that no series has. */
export function checkChoices(
  file: string,
  repairs: readonly Repair[],
  all: readonly NamedSeries[],
): readonly Issue[] {
  const names = [...new Set(all.map(({ name }) => name))];
  return repairs.flatMap(({ series }, index) =>
    namesOf(series)
      .filter((name) => !names.includes(name))
      .map((name) =>
        makeIssue({
          code: "repairs.unknown-series",
          place: { file, path: `repairs[${index}].series` },
          rule: "must be a series of the data set",
          got: showValue(name),
          allowed: names.join(", "),
          advice: didYouMean(name, names, "Choose one of them."),
        }),
      ),
  );
}

function namesOf(series: Repair["series"] = []): readonly string[] {
  return (typeof series === "string" ? [series] : series).map(cleanName);
}
