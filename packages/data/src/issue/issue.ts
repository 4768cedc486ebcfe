/** The noun for what is wrong with a user's input: a code, a severity, a place, and one sentence in one grammar. */

/** Whether an issue blocks the work (`error`) or should only be read (`warning`). */
export type Severity = "error" | "warning";

/**
 * Where an issue is. Whatever is known is filled in; nothing is an index alone.
 *
 * `column` is the name of a table's column (text) or a character position counted from 1, as an editor shows it (number);
 * `line` counts from 1, and so does `row` where a table has no lines; `cell` is one unit of a panel; `period` is the ISO date of
 * a period's start; `path` points into a JSON or YAML document.
 */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly row?: number | undefined;
  readonly column?: string | number | undefined;
  readonly channel?: string | undefined;
  readonly cell?: string | undefined;
  readonly period?: string | undefined;
  readonly path?: string | undefined;
}

/** One fault of an input, as data: `message` is the whole sentence, place included. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
}

/** What `makeIssue` composes into an `Issue`; texts are fragments of one sentence, without full stops. */
export interface IssueParts {
  readonly code: string;
  readonly severity?: Severity;
  readonly place: Place;
  readonly rule: string;
  readonly got: string;
  readonly allowed?: string | undefined;
  readonly advice: string;
}

/**
 * Makes an issue whose message has the one grammar of all messages:
 *
 *     <place>: <rule>, got <value>[ (<allowed>)]. <what to do>
 *
 * @param parts  `code` (`package.what-is-wrong`), `severity` (default `"error"`), `place`, and the fragments: `rule` (what must
 *               hold), `got` (what was found, see `showValue`), `allowed` (the allowed set, when short), `advice` (one whole
 *               sentence with its full stop or question mark)
 * @returns      the issue
 * @example
 * const place = { file: "sales.csv", line: 12, column: "tv" };
 * const advice = "Net credit notes into the period of the spend.";
 * const issue = makeIssue({ code: "data.negative-spend", place, rule: "spend must be ≥ 0", got: "-5", advice });
 * issue.message; // => 'sales.csv, line 12, column "tv": spend must be ≥ 0, got -5. Net credit notes into the period of the spend.'
 */
export function makeIssue(parts: IssueParts): Issue {
  const { code, severity = "error", place, rule, got, allowed, advice } = parts;
  const choices = allowed === undefined || allowed === "" ? "" : ` (${allowed})`;
  return {
    code,
    severity,
    place,
    message: `${describePlace(place)}: ${rule}, got ${got}${choices}. ${advice}`,
  };
}

/** The place in words, from the widest to the narrowest; a channel named like its column is not said twice. */
export function describePlace(place: Place): string {
  const words: string[] = [];
  if (place.file !== undefined) words.push(place.file);
  if (place.line !== undefined) words.push(`line ${place.line}`);
  if (place.row !== undefined) words.push(`row ${place.row}`);
  if (typeof place.column === "number") words.push(`column ${place.column}`);
  if (typeof place.column === "string") words.push(`column "${place.column}"`);
  if (place.channel !== undefined && place.channel !== place.column) words.push(`channel "${place.channel}"`);
  if (place.cell !== undefined) words.push(`cell "${place.cell}"`);
  if (place.period !== undefined) words.push(`period ${place.period}`);
  if (place.path !== undefined) words.push(place.path);
  return words.length === 0 ? "input" : words.join(", ");
}
