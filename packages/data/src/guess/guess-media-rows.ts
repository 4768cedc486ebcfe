/** Media in rows: a column that names the channel of each row, and one spend for all of them. */
import type { ColumnSketch } from "./column-sketch.js";
import { hasWord, vocabulary } from "./name-words.js";

/** The columns of media in rows. */
export interface GuessedMediaRows {
  readonly channel: ColumnSketch;
  readonly spend: ColumnSketch;
  readonly exposure?: ColumnSketch;
}

/** The columns, where exactly one is called spend and one of text is called channel, campaign or the like. */
export function guessMediaRows(columns: readonly ColumnSketch[]): GuessedMediaRows | undefined {
  const channel = columns.find(
    ({ kind, words, levels, gaps }) =>
      kind === "text" && levels > 1 && gaps === 0 && hasWord(words, vocabulary.rows),
  );
  const amounts = (list: string): readonly ColumnSketch[] =>
    columns.filter(
      ({ words, numbers }) =>
        numbers !== undefined && hasWord(words, list) && !hasWord(words, vocabulary.ratio),
    );
  const spends = amounts(vocabulary.spend);
  if (channel === undefined || spends.length !== 1) return undefined;
  const exposures = amounts(vocabulary.exposure);
  return { channel, spend: spends[0]!, ...(exposures.length > 0 && { exposure: exposures[0]! }) };
}
