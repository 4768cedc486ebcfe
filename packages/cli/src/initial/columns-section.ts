/** The `columns` of a first configuration: every guess with its reason, and what was left out. */

import type { ColumnRoles, FoundRole, RoleGuess } from "@mmm/data";
import { stringify } from "yaml";

/** What each role is for, above the line that fills it. */
const meanings = {
  time: "The date of each row: days, weeks or months, without gaps.",
  panel: "The columns that name the cell (geo, brand, …) of a row.",
  kpi: "What media are to explain. `unit` is a label.",
  population: "The size of each cell, by which cells are made comparable.",
  channels: "Media: spend, and exposure where it is known, by which effects are then counted.",
  controls:
    "What moves the KPI besides media. Leave out what media themselves move (a mediator), such as visits to your site.",
} as const;

/** Lines below `columns:`. */
export function columnsSection({ roles, found, leftOut }: RoleGuess): readonly string[] {
  const { time, panel, kpi, population, mediaRows, format, channels, controls = [] } = roles;
  const reasons = (role: FoundRole["role"]) => found.filter((own) => own.role === role).map(({ why }) => why);
  return [
    "columns:",
    ...entry("time", time, meanings.time, reasons("time")),
    ...(panel === undefined ? [] : entry("panel", panel, meanings.panel, reasons("panel"))),
    ...entry("kpi", kpi, meanings.kpi, [...reasons("kpi"), ...reasons("revenuePerKpi")]),
    `  # or: kpi: ${flow({ ...kpiObject(kpi), unit: "EUR" })}`,
    ...(population === undefined
      ? []
      : entry("population", population, meanings.population, reasons("population"))),
    ...(mediaRows === undefined
      ? []
      : entry(
          "mediaRows",
          mediaRows,
          "A row per channel. A channel without a row ran nothing; several rows of one add up.",
          [],
        )),
    comment("  ", meanings.channels),
    ...list("channels", channels, reasons("channel")),
    comment("  ", meanings.controls),
    ...list("controls", controls, reasons("control")),
    ...(format === undefined ? [] : entry("format", format, "How numbers are written.", [])),
    ...(leftOut.length === 0 ? [] : [comment("  ", "Left out:")]),
    ...leftOut.map(({ column, why }) => comment("  ", `  ${column === "" ? "(no name)" : column}: ${why}`)),
  ];
}

function kpiObject(kpi: ColumnRoles["kpi"]): object {
  return typeof kpi === "string" ? { column: kpi } : kpi;
}

function entry(key: string, value: unknown, meaning: string, why: readonly string[]): readonly string[] {
  const guessed = why.length === 0 ? "" : ` Guessed: ${[...new Set(why)].join("; ")}.`;
  return [comment("  ", meaning + guessed), `  ${key}: ${flow(value)}`];
}

/** One value a line; a reason stands above the first of those that share it. */
function list(key: string, values: readonly unknown[], why: readonly string[]): readonly string[] {
  if (values.length === 0) return [`  ${key}: []`];
  return [
    `  ${key}:`,
    ...values.flatMap((value, i) => [
      ...(why[i] === undefined || why[i] === why[i - 1] ? [] : [comment("    ", why[i])]),
      `    - ${flow(value)}`,
    ]),
  ];
}

/** A value on one line. */
function flow(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

/** Names come from files that anybody may have written: a comment must end with its line. */
function comment(indent: string, text: string): string {
  return `${indent}# ${text.replace(/[^\P{C}]/gu, "\ufffd")}`;
}
