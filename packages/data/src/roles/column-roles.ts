/** Which column of a table plays which part, by name: the noun, and its door from JSON or YAML. */
import { z } from "zod";
import { dayNumber } from "../calendar/day-number.js";
import { checkSchema, type SchemaSource } from "../issue/check-schema.js";
import { throwIfErrors } from "../issue/issue-error.js";
import { tableFormatSchema, type TableFormat } from "../table/table-format.js";
import { checkLayout } from "./check-layout.js";
import { checkUses } from "./check-uses.js";

/**
 * The KPI's column; `unit` is a label such as `"EUR"` or `"orders"`. Where it counts units, `revenuePerKpi` names the column of
 * what one of them brings, or is that money itself. `starts` is the date of the first period in which the KPI counts: rows
 * before it are media history, from which only spend and exposure are read.
 */
export type KpiRole =
  | string
  | {
      readonly column: string;
      readonly unit?: string | undefined;
      readonly revenuePerKpi?: string | number | undefined;
      readonly starts?: string | undefined;
    };

/**
 * A channel: its spend column alone; a name of its own with a spend column and, where there is one, an exposure column; or an
 * exposure column with what all of it cost in the KPI's periods, `totalSpend`, which is spread in proportion to exposure. Where
 * media stand in rows (`mediaRows`): a level of the channel column, or a name with the levels that make up the channel.
 */
export type ChannelRole =
  | string
  | { readonly name: string; readonly spend: string; readonly exposure?: string | undefined }
  | { readonly name: string; readonly exposure: string; readonly totalSpend: number }
  | { readonly name: string; readonly levels: readonly string[] };

/**
 * A control: a column of numbers, or a column of text turned into indicators. Each level becomes one 0/1 control named
 * `column=level`, except the level that stands for "nothing special": empty cells, `na`, `n/a` and `none` (capital or not) if
 * there are any, otherwise the most frequent level (the earliest of equals).
 */
export type ControlRole = string | { readonly column: string; readonly as: "indicators" };

/** The columns of a table with a row per channel, or per campaign, in each cell and period. */
export interface MediaRowsRole {
  /** The column that names the channel or campaign of a row. */
  readonly channel: string;
  readonly spend: string;
  readonly exposure?: string | undefined;
  /** Where they are called otherwise in the table of the media: its time column, default `time` of the roles. */
  readonly time?: string | undefined;
  /** And its panel columns, default `panel` of the roles. */
  readonly panel?: string | readonly string[] | undefined;
  /** What it means that a channel has no row in a period: nothing ran. Default: it is a fault. */
  readonly absent?: "zero" | undefined;
  /**
   * What several rows of a channel in one cell and period mean: parts of a sum. Days may then be rows where the periods are weeks
   * or months. Default: they are a fault.
   */
  readonly repeated?: "sum" | undefined;
}

/**
 * Which column plays which part, by name and never by position. Spaces around names and runs of spaces inside do not count,
 * neither here nor in the table's header.
 */
export interface ColumnRoles {
  readonly time: string;
  /** The columns whose values together name the cell of a row: one (`"geo"`) or several (`["brand", "region"]`). */
  readonly panel?: string | readonly string[] | undefined;
  readonly kpi: KpiRole;
  /** Where media stand in rows, `[]` takes every level of the channel column, in the order in which they first appear. */
  readonly channels: readonly ChannelRole[];
  readonly controls?: readonly ControlRole[] | undefined;
  /** The column of the people in a cell, or of another measure of its size; the same in all periods. */
  readonly population?: string | undefined;
  readonly mediaRows?: MediaRowsRole | undefined;
  readonly format?: TableFormat | undefined;
}

const name = z.string().trim().min(1);
const panel = z.union([name, z.array(name).min(1)]).optional();
const date = z.string().refine(isDate, {
  message: "must be a date",
  params: { advice: "Write it as YYYY-MM-DD." },
});

/**
 * The zod schema of `ColumnRoles`, for documents that hold roles among other things. It knows shapes only: `parseColumnRoles`
 * also finds names and columns that are used twice.
 *
 * @example
 * columnRolesSchema.safeParse({ time: "week", kpi: "revenue", channels: [] }).success; // => false
 */
export const columnRolesSchema = z
  .strictObject({
    time: name,
    kpi: z.union([
      name,
      z.strictObject({
        column: name,
        unit: name.optional(),
        revenuePerKpi: z.union([name, z.number().gt(0)]).optional(),
        starts: date.optional(),
      }),
    ]),
    channels: z.array(
      z.union([
        name,
        z.strictObject({ name, spend: name, exposure: name.optional() }),
        z.strictObject({ name, exposure: name, totalSpend: z.number().gt(0) }),
        z.strictObject({ name, levels: z.array(name).min(1) }),
      ]),
    ),
    controls: z
      .array(z.union([name, z.strictObject({ column: name, as: z.literal("indicators") })]))
      .optional(),
    panel,
    population: name.optional(),
    mediaRows: z
      .strictObject({
        channel: name,
        spend: name,
        exposure: name.optional(),
        time: name.optional(),
        panel,
        absent: z.literal("zero").optional(),
        repeated: z.literal("sum").optional(),
      })
      .optional(),
    format: tableFormatSchema.optional(),
  })
  .refine((roles) => roles.channels.length > 0 || roles.mediaRows !== undefined, {
    path: ["channels"],
    message: "must not be empty",
    params: { name: "out-of-range", advice: "Fill it in." },
    // Told beside other faults too, as long as there is a list to look at.
    when: ({ value }) => Array.isArray((value as Partial<ColumnRoles> | null)?.channels),
  });

function isDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks column roles that come from JSON or YAML. Unknown keys, wrong types, a name given twice and a column used twice are
 * all found at once.
 *
 * @param input   any value
 * @param source  where it comes from: `file`, `root` (name before every path, default `"roles"`), `locate` (path → line)
 * @returns       the roles, as given
 * @throws  {IssueError} with every issue: `roles.unknown-key`, `roles.missing-key`, `roles.wrong-type`, `roles.not-allowed`,
 *          `roles.out-of-range`, `roles.invalid`, `roles.duplicate-name`, `roles.column-used-twice`, `roles.level-used-twice`,
 *          `roles.wrong-layout`
 * @example
 * parseColumnRoles({ time: "week", kpi: "revenue", channels: ["tv"] }).channels; // => ["tv"]
 */
export function parseColumnRoles(input: unknown, source: Omit<SchemaSource, "code"> = {}): ColumnRoles {
  const named = { ...source, root: source.root ?? "roles", code: "roles" };
  throwIfErrors([
    ...checkSchema(columnRolesSchema, input, named),
    ...checkUses(input, named),
    ...checkLayout(input, named),
  ]);
  return input as ColumnRoles;
}
