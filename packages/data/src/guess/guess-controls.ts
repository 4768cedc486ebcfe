/** What to do with every column that is not time, cell, KPI or media: a control, or left out with the reason. */
import type { ControlRole } from "../roles/column-roles.js";
import type { ColumnSketch } from "./column-sketch.js";
import { hasWord, vocabulary } from "./name-words.js";

/** A control with the reason for it, or the reason why a column is none. */
export type GuessedControl =
  | { readonly column: string; readonly role: ControlRole; readonly why: string }
  | { readonly column: string; readonly role?: undefined; readonly why: string };

/** A column of text with more levels is a name or a note. */
const mostLevels = 12;

/** Judges the remaining columns in the order of the table. */
export function guessControls(columns: readonly ColumnSketch[]): readonly GuessedControl[] {
  return columns.map((column, i): GuessedControl => {
    const { name } = column;
    const why = whyNot(column) ?? whyTwin(column, columns.slice(0, i));
    if (why !== undefined) return { column: name, why };
    return column.kind === "text"
      ? {
          column: name,
          role: { column: name, as: "indicators" },
          why: "text: one 0/1 control for each of its words",
        }
      : { column: name, role: name, why: "a number that may explain the KPI" };
  });
}

function whyNot({ name, words, kind, levels, gaps }: ColumnSketch): string | undefined {
  if (name === "") return "it has no name";
  if (kind === "empty") return "it is empty";
  if (kind === "dates") return "another date";
  if (levels === 1) return "it is the same in every row";
  if (words.every((word) => hasWord([word], vocabulary.calendar)) || hasWord(words, vocabulary.season))
    return "it counts time, which trend and seasonality of the model do";
  if (hasWord(words, vocabulary.derived)) return "its name says that it was computed from the others";
  if (hasWord(words, vocabulary.ratio)) return "a ratio of other columns";
  if (hasWord(words, "reach frequency")) return "reach and frequency; the model counts impressions";
  if (isOutcome(words)) return "another outcome: it would explain away what media bring";
  if (kind === "numbers" && gaps > 0)
    return `${gaps} of its cells are empty: fill them in and it can be a control`;
  if (kind === "text" && levels > mostLevels) return `text of ${levels} different words`;
  return undefined;
}

function isOutcome(words: readonly string[]): boolean {
  if (hasWord(words, vocabulary.notOurs)) return false;
  return hasWord(words, vocabulary.kpi) || /^y\d+$/.test(words[0] ?? "");
}

function whyTwin(column: ColumnSketch, before: readonly ColumnSketch[]): string | undefined {
  const twin = before.find(({ cells }) => cells.every((cell, i) => cell === column.cells[i]));
  return twin === undefined ? undefined : `it repeats ${twin.name}`;
}
