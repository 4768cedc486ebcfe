/** Which column of a table plays which part, by name: the noun, and its door from JSON or YAML. */
import { z } from "zod";
import { checkSchema, type SchemaSource } from "../issue/check-schema.js";
import { throwIfErrors } from "../issue/issue-error.js";
import { checkUses } from "./check-uses.js";
import { cleanName } from "./clean-name.js";

/** The KPI's column; `unit` is a label such as `"EUR"` or `"orders"`. */
export type KpiRole = string | { readonly column: string; readonly unit?: string | undefined };

/** A channel: its spend column alone, or a name of its own with a spend column and, where there is one, an exposure column. */
export type ChannelRole =
  string | { readonly name: string; readonly spend: string; readonly exposure?: string | undefined };

/**
 * A control: a column of numbers, or a column of text turned into indicators. Each level becomes one 0/1 control named
 * `column=level`, except the level that stands for "nothing special": empty cells, `na`, `n/a` and `none` (capital or not) if
 * there are any, otherwise the most frequent level (the earliest of equals).
 */
export type ControlRole = string | { readonly column: string; readonly as: "indicators" };

/**
 * Which column plays which part, by name and never by position. Spaces around names and runs of spaces inside do not count,
 * neither here nor in the table's header.
 */
export interface ColumnRoles {
  readonly time: string;
  readonly kpi: KpiRole;
  readonly channels: readonly ChannelRole[];
  readonly controls?: readonly ControlRole[] | undefined;
}

const name = z.string().trim().min(1);

/**
 * The zod schema of `ColumnRoles`, for documents that hold roles among other things. It knows shapes only: `parseColumnRoles`
 * also finds names and columns that are used twice.
 *
 * @example
 * columnRolesSchema.safeParse({ time: "week", kpi: "revenue", channels: [] }).success; // => false
 */
export const columnRolesSchema = z.strictObject({
  time: name,
  kpi: z.union([name, z.strictObject({ column: name, unit: name.optional() })]),
  channels: z.array(z.union([name, z.strictObject({ name, spend: name, exposure: name.optional() })])).min(1),
  controls: z
    .array(z.union([name, z.strictObject({ column: name, as: z.literal("indicators") })]))
    .optional(),
});

/**
 * Checks column roles that come from JSON or YAML. Unknown keys, wrong types, a name given twice and a column used twice are
 * all found at once.
 *
 * @param input   any value
 * @param source  where it comes from: `file`, `root` (name before every path, default `"roles"`), `locate` (path → line)
 * @returns       the roles, as given
 * @throws  {IssueError} with every issue: `roles.unknown-key`, `roles.missing-key`, `roles.wrong-type`, `roles.not-allowed`,
 *          `roles.out-of-range`, `roles.duplicate-name`, `roles.column-used-twice`
 * @example
 * parseColumnRoles({ time: "week", kpi: "revenue", channels: ["tv"] }).channels; // => ["tv"]
 */
export function parseColumnRoles(input: unknown, source: Omit<SchemaSource, "code"> = {}): ColumnRoles {
  const named = { ...source, root: source.root ?? "roles", code: "roles" };
  throwIfErrors([...checkSchema(columnRolesSchema, input, named), ...checkUses(input, named)]);
  return input as ColumnRoles;
}

/** Roles with every shorthand written out and names cleaned, as the reader works with them. */
export interface ExpandedRoles {
  readonly time: string;
  readonly kpi: { readonly column: string; readonly unit?: string };
  readonly channels: readonly { readonly name: string; readonly spend: string; readonly exposure?: string }[];
  readonly controls: readonly { readonly column: string; readonly indicators: boolean }[];
}

/** Writes every shorthand of (checked) roles out. */
export function expandRoles(roles: ColumnRoles): ExpandedRoles {
  const { kpi } = roles;
  return {
    time: cleanName(roles.time),
    kpi:
      typeof kpi === "string"
        ? { column: cleanName(kpi) }
        : { column: cleanName(kpi.column), ...(kpi.unit === undefined ? {} : { unit: cleanName(kpi.unit) }) },
    channels: roles.channels.map((channel) => {
      if (typeof channel === "string") return { name: cleanName(channel), spend: cleanName(channel) };
      const expanded = { name: cleanName(channel.name), spend: cleanName(channel.spend) };
      return channel.exposure === undefined
        ? expanded
        : { ...expanded, exposure: cleanName(channel.exposure) };
    }),
    controls: (roles.controls ?? []).map((control) =>
      typeof control === "string"
        ? { column: cleanName(control), indicators: false }
        : { column: cleanName(control.column), indicators: true },
    ),
  };
}
