/** Which column is the KPI, and what one of it brings, by the words of their names. */
import type { ColumnSketch } from "./column-sketch.js";
import { hasWord, vocabulary } from "./name-words.js";

const order: readonly string[] = vocabulary.kpi.split(" ");

/** Words of columns that are no outcome of ours, whatever else they are called. */
const otherwise = [
  ...[vocabulary.notOurs, vocabulary.ratio, vocabulary.spend, vocabulary.exposure, vocabulary.derived],
  "price",
].join(" ");

/** The column whose name comes first in the list of outcomes, and of equals the one that says least besides. */
export function guessKpi(columns: readonly ColumnSketch[]): ColumnSketch | undefined {
  return columns
    .filter(({ kind, levels }) => kind === "numbers" && levels > 1)
    .filter(({ words }) => rankOf(words) < Infinity && !hasWord(words, otherwise))
    .sort((a, b) => rankOf(a.words) - rankOf(b.words) || a.words.length - b.words.length)[0];
}

function rankOf(words: readonly string[]): number {
  return Math.min(...words.map((word) => order.indexOf(word)).map((rank) => (rank === -1 ? Infinity : rank)));
}

/** Where the KPI counts units, what one of them brings. */
export function guessRevenuePerKpi(
  kpi: ColumnSketch,
  columns: readonly ColumnSketch[],
): ColumnSketch | undefined {
  if (hasWord(kpi.words, vocabulary.money)) return undefined;
  const isPerUnit = (words: readonly string[]): boolean =>
    words.includes("per") && hasWord(words, `${vocabulary.money} sales value`);
  return columns.find(
    ({ words, numbers, gaps }) =>
      numbers !== undefined && gaps === 0 && (hasWord(words, "aov arpu") || isPerUnit(words)),
  );
}
