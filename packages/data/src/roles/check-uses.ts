/** Every name and every column of the roles is used once; read leniently, so that these faults show beside the schema's. */
import { placeAt, type SchemaSource } from "../issue/check-schema.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import type { Path } from "../issue/value-at.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "./clean-name.js";

interface Use {
  readonly path: Path;
  readonly text: string;
  /** The name it gives to a series of the data set, the column it reads, or both. */
  readonly gives: "name" | "column" | "both";
}

/** A name may stand for one series only, and a column may play one part only: the model would count it twice. */
export function checkUses(input: unknown, source: SchemaSource): readonly Issue[] {
  const issues: Issue[] = [];
  const names = new Map<string, Path>();
  const columns = new Map<string, Path>();
  for (const use of usesOf(input)) {
    const text = cleanName(use.text);
    const nameBefore = use.gives === "column" ? undefined : names.get(text);
    const columnBefore = use.gives === "name" ? undefined : columns.get(text);
    if (use.gives !== "column" && nameBefore === undefined) names.set(text, use.path);
    if (use.gives !== "name" && columnBefore === undefined) columns.set(text, use.path);
    const before = columnBefore ?? nameBefore;
    if (before === undefined) continue;
    const twice = columnBefore !== undefined;
    issues.push(
      makeIssue({
        code: twice ? "roles.column-used-twice" : "roles.duplicate-name",
        place: placeAt(source, use.path),
        rule: twice
          ? "a column must play one part only"
          : "the KPI, the channels and the controls must have different names",
        got: `${showValue(text)} as in ${placeAt(source, before).path}`,
        advice: twice ? "Remove one of the two." : "Rename one of the two.",
      }),
    );
  }
  return issues;
}

function usesOf(input: unknown): readonly Use[] {
  const uses: Use[] = [];
  const add = (value: unknown, gives: Use["gives"], ...path: Path): void => {
    if (typeof value === "string" && value.trim() !== "") uses.push({ path, text: value, gives });
  };
  const roles = fieldsOf(input);
  add(roles["time"], "column", "time");
  add(roles["kpi"], "both", "kpi");
  add(fieldsOf(roles["kpi"])["column"], "both", "kpi", "column");
  listOf(roles["channels"]).forEach((channel, index) => {
    add(channel, "both", "channels", index);
    add(fieldsOf(channel)["name"], "name", "channels", index, "name");
    add(fieldsOf(channel)["spend"], "column", "channels", index, "spend");
    add(fieldsOf(channel)["exposure"], "column", "channels", index, "exposure");
  });
  listOf(roles["controls"]).forEach((control, index) => {
    add(control, "both", "controls", index);
    add(fieldsOf(control)["column"], "both", "controls", index, "column");
  });
  return uses;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
