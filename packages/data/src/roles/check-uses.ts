/** Every name, every column and every level of the roles is used once; read leniently, so that these faults show beside the schema's. */
import { placeAt, type SchemaSource } from "../issue/check-schema.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import type { Path } from "../issue/value-at.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "./clean-name.js";

/** What a text of the roles stands for: a series of the data set, a column of the table, a level of the channel column. */
type Register = "name" | "column" | "level";

interface Use {
  readonly path: Path;
  readonly text: string;
  readonly registers: readonly Register[];
}

const FAULTS: Readonly<Record<Register, { code: string; rule: string; advice: string }>> = {
  column: {
    code: "roles.column-used-twice",
    rule: "a column must play one part only",
    advice: "Remove one of the two.",
  },
  level: {
    code: "roles.level-used-twice",
    rule: "a level must belong to one channel only",
    advice: "Remove one of the two.",
  },
  name: {
    code: "roles.duplicate-name",
    rule: "the KPI, the channels and the controls must have different names",
    advice: "Rename one of the two.",
  },
};

/** A name may stand for one series only, and a column may play one part only: the model would count it twice. */
export function checkUses(input: unknown, source: SchemaSource): readonly Issue[] {
  const issues: Issue[] = [];
  const seen = {
    name: new Map<string, Path>(),
    column: new Map<string, Path>(),
    level: new Map<string, Path>(),
  };
  for (const use of usesOf(input)) {
    const text = cleanName(use.text);
    const repeated = (["column", "level", "name"] as const).filter(
      (register) => use.registers.includes(register) && seen[register].has(text),
    );
    for (const register of use.registers) {
      if (!seen[register].has(text)) seen[register].set(text, use.path);
    }
    const [register] = repeated;
    if (register === undefined) continue;
    const { code, rule, advice } = FAULTS[register];
    const got = `${showValue(text)} as in ${placeAt(source, seen[register].get(text)!).path}`;
    issues.push(makeIssue({ code, place: placeAt(source, use.path), rule, got, advice }));
  }
  return issues;
}

/** Whether media stand in rows, so that channels are levels and no columns. */
export function hasMediaRows(input: unknown): boolean {
  const { mediaRows } = fieldsOf(input);
  return mediaRows !== undefined && mediaRows !== null;
}

function usesOf(input: unknown): readonly Use[] {
  const uses: Use[] = [];
  const add = (value: unknown, registers: readonly Register[], ...path: Path): void => {
    if (typeof value === "string" && value.trim() !== "") uses.push({ path, text: value, registers });
  };
  const roles = fieldsOf(input);
  add(roles["time"], ["column"], "time");
  add(roles["kpi"], ["name", "column"], "kpi");
  add(fieldsOf(roles["kpi"])["column"], ["name", "column"], "kpi", "column");
  add(fieldsOf(roles["kpi"])["revenuePerKpi"], ["column"], "kpi", "revenuePerKpi");
  listOf(roles["channels"]).forEach((channel, index) => {
    add(channel, hasMediaRows(input) ? ["name", "level"] : ["name", "column"], "channels", index);
    add(fieldsOf(channel)["name"], ["name"], "channels", index, "name");
    add(fieldsOf(channel)["spend"], ["column"], "channels", index, "spend");
    add(fieldsOf(channel)["exposure"], ["column"], "channels", index, "exposure");
    listOf(fieldsOf(channel)["levels"]).forEach((level, i) => {
      add(level, ["level"], "channels", index, "levels", i);
    });
  });
  listOf(roles["controls"]).forEach((control, index) => {
    add(control, ["name", "column"], "controls", index);
    add(fieldsOf(control)["column"], ["name", "column"], "controls", index, "column");
  });
  add(roles["panel"], ["column"], "panel");
  listOf(roles["panel"]).forEach((column, index) => add(column, ["column"], "panel", index));
  add(roles["population"], ["column"], "population");
  for (const part of ["channel", "spend", "exposure"]) {
    add(fieldsOf(roles["mediaRows"])[part], ["column"], "mediaRows", part);
  }
  return uses;
}

/** The fields of an object, none of anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The entries of a list, none of anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
