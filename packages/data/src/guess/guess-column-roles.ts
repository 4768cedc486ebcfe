/** From a table to the roles of its columns, guessed from their names and what stands in them: a draft for a person to check. */
import { throwIfErrors } from "../issue/issue-error.js";
import { type Issue, makeIssue } from "../issue/issue.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readTable, type TableSource } from "../table/read-table.js";
import { headerPlace, type Table } from "../table/table.js";
import { sketchColumns } from "./column-sketch.js";
import { type GuessedColumns, guessColumns } from "./guess-columns.js";
import { guessFormat } from "./guess-format.js";

/** A column and what was made of it. */
export interface GuessedColumn {
  readonly column: string;
  /** One clause. */
  readonly why: string;
}

/** The columns of one role, and the reason. */
export interface FoundRole {
  readonly role:
    "time" | "panel" | "kpi" | "revenuePerKpi" | "population" | "mediaRows" | "channel" | "control";
  readonly columns: readonly string[];
  readonly why: string;
}

/** Roles that were guessed, with a reason for every column of the table. */
export interface RoleGuess {
  readonly roles: ColumnRoles;
  readonly found: readonly FoundRole[];
  readonly leftOut: readonly GuessedColumn[];
}

/** What the person knows already; the rest is guessed around it. */
export interface KnownRoles {
  readonly time?: string | undefined;
  readonly kpi?: string | undefined;
}

/**
 * Guesses what each column of a table is. Time is the column of dates; cells are the columns that, with the time, tell rows
 * apart; the KPI, spend, exposure and population go by the words of their names; what is left is a control, unless it counts
 * time, never varies, has gaps or is another outcome. A guess is a draft: names can mislead, and a control that media
 * cause (a mediator) cannot be told from a cause by its name.
 *
 * @param source  a table, as for `readDataset`
 * @param known   columns whose role is not to be guessed
 * @returns       roles that `readDataset` takes, with a reason for every column
 * @throws  {IssueError} `guess.no-time`, `guess.no-kpi`, `guess.no-media`, `guess.unknown-column`, or what is wrong with the
 *          table
 * @example
 * const text = "week,sales,tv_spend,tv_clicks,price,year\n2024-01-01,9,1,5,3,2024\n2024-01-08,7,0,1,4,2024\n";
 * const { roles, leftOut } = guessColumnRoles({ name: "sales.csv", text });
 * roles.channels; // => [{ name: "tv", spend: "tv_spend", exposure: "tv_clicks" }]
 * roles.controls; // => ["price"]
 * leftOut; // => [{ column: "year", why: "it is the same in every row" }]
 */
export function guessColumnRoles(source: TableSource, known: KnownRoles = {}): RoleGuess {
  const { table, issues } = readTable(source, new Set());
  throwIfErrors([...issues, ...unknownColumns(table, known)]);
  const format = guessFormat(table);
  const columns = sketchColumns(table, format);
  const find = (name: string | undefined) =>
    name === undefined ? undefined : columns.find((column) => column.name === cleanName(name));
  const guessed = guessColumns(columns, { time: find(known.time), kpi: find(known.kpi) }, format);
  throwIfErrors(missingIssues(table, guessed));
  return { roles: rolesOf(guessed), found: foundRoles(guessed, known), leftOut: leftOut(guessed) };
}

function rolesOf({ time, panel, kpi, media, controls, ...others }: GuessedColumns): ColumnRoles {
  const { revenuePerKpi, population, rows, format } = others;
  const names = panel.map(({ name }) => name);
  return {
    time: time!.name,
    ...(names.length > 0 && { panel: names.length === 1 ? names[0]! : names }),
    kpi: revenuePerKpi ? { column: kpi!.name, revenuePerKpi: revenuePerKpi.name } : kpi!.name,
    channels: media.channels.map(({ role }) => role),
    controls: controls.flatMap(({ role }) => role ?? []),
    ...(population && { population: population.name }),
    ...(rows && {
      mediaRows: {
        channel: rows.channel.name,
        spend: rows.spend.name,
        ...(rows.exposure && { exposure: rows.exposure.name }),
        absent: "zero",
        repeated: "sum",
      },
    }),
    ...(Object.keys(format).length > 0 && { format }),
  };
}

function foundRoles(guessed: GuessedColumns, known: KnownRoles): readonly FoundRole[] {
  const { time, panel, kpi, revenuePerKpi, population, rows, media, controls } = guessed;
  const one = (role: FoundRole["role"], column: { readonly name: string } | undefined, why: string) =>
    column === undefined ? [] : [{ role, columns: [column.name], why }];
  const mediaRows = [rows?.channel, rows?.spend, rows?.exposure].flatMap((column) => column?.name ?? []);
  return [
    ...one("time", time, known.time === undefined ? "its cells are dates" : "you said so"),
    ...panel.flatMap((column) => one("panel", column, "with the time it tells rows apart")),
    ...one("kpi", kpi, known.kpi === undefined ? "by its name" : "you said so"),
    ...one("revenuePerKpi", revenuePerKpi, "its name says what one of the KPI brings"),
    ...one("population", population, "its name says that it counts people"),
    ...(rows ? [{ role: "mediaRows" as const, columns: mediaRows, why: "a row per channel" }] : []),
    ...media.channels.map(({ columns, why }) => ({ role: "channel" as const, columns, why })),
    ...controls.flatMap(({ column, role, why }): readonly FoundRole[] => {
      if (role === undefined) return [];
      const unpaid = "exposure without spend; a channel would need what it cost";
      return [{ role: "control", columns: [column], why: media.unpaid.includes(column) ? unpaid : why }];
    }),
  ];
}

function leftOut({ media, controls }: GuessedColumns): readonly GuessedColumn[] {
  const rest = controls.filter(({ role }) => role === undefined);
  return [...media.leftOut, ...rest.map(({ column, why }) => ({ column, why }))];
}

function unknownColumns(table: Table, known: KnownRoles): readonly Issue[] {
  return [known.time, known.kpi]
    .filter((name): name is string => name !== undefined && !table.header.includes(cleanName(name)))
    .map((name) =>
      makeIssue({
        code: "guess.unknown-column",
        place: headerPlace(table),
        rule: "the header must have the column",
        got: showValue(name),
        advice: didYouMean(name, table.header, "Choose one of its columns."),
      }),
    );
}

/** What no column looks like. */
function missingIssues(table: Table, { time, kpi, rows, media }: GuessedColumns): readonly Issue[] {
  const columns = table.header.filter((name) => name !== "").map((name) => showValue(name));
  const got = columns.length > 12 ? `${columns.slice(0, 12).join(", ")}, …` : columns.join(", ");
  const issue = (name: string, rule: string, advice: string): Issue =>
    makeIssue({ code: `guess.${name}`, place: headerPlace(table), rule, got, advice });
  const faults = {
    time: issue("no-time", "a column must hold dates", "Say which column is the time, as YYYY-MM-DD."),
    kpi: issue(
      "no-kpi",
      "the name of a column must say that it is the KPI, as revenue, sales, orders or y do",
      "Say which column is the KPI.",
    ),
    media: issue(
      "no-media",
      "names of columns must say that they are media, as tv_spend, search_clicks, facebook or x1 do",
      "Rename them, or write the roles by hand.",
    ),
  };
  return [
    ...(time === undefined ? [faults.time] : []),
    ...(kpi === undefined ? [faults.kpi] : []),
    ...(rows === undefined && media.channels.length === 0 ? [faults.media] : []),
  ];
}
