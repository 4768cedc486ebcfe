/** What to do about which fault of which series: plain data, checked like the roles of columns. */
import { z } from "zod";
import { checkSchema, type SchemaSource } from "../issue/check-schema.js";
import { throwIfErrors } from "../issue/issue-error.js";

/** The series that a repair is for: by the names they have in the data set, or every one of a kind. */
export interface RepairedSeries {
  /** One name or several: the KPI's, a channel's (its spend), an exposure's, a control's. */
  readonly series?: string | readonly string[] | undefined;
  readonly every?: "spend" | "exposure" | "control" | undefined;
}

/**
 * Values that are not there: empty cells, and rows that a cell of the panel, a channel of media rows or the calendar lacks.
 *
 * - `zero`: nothing happened.
 * - `interpolate`: on the straight line between the neighbours in time; at the ends of a series there is none, and the fault stays.
 * - `drop-periods`: the periods, at the beginning or the end, in which the series has no value in some cell.
 * - `drop-cells`: the panel cells in which the series lacks a value.
 * - `drop-series`: the channel or control itself.
 */
export interface MissingRepair extends RepairedSeries {
  readonly fault: "missing";
  readonly repair: "zero" | "interpolate" | "drop-periods" | "drop-cells" | "drop-series";
}

/** Spend or exposure below zero becomes 0. */
export interface NegativeRepair extends RepairedSeries {
  readonly fault: "negative";
  readonly repair: "zero";
}

/**
 * Values far from their cell's median are brought to the limit, median ± `deviations` robust deviations; default is the limit
 * of `checkDataset`. Periods without spend or exposure are no part of a medium's shape, as there.
 */
export interface OutlierRepair extends RepairedSeries {
  readonly fault: "outlier";
  readonly repair: "clip";
  readonly deviations?: number | undefined;
}

/** One repair. */
export type Repair = MissingRepair | NegativeRepair | OutlierRepair;

const name = z.string().trim().min(1);
const chosen = {
  series: z.union([name, z.array(name).min(1)]).optional(),
  every: z.enum(["spend", "exposure", "control"]).optional(),
};

const repairsSchema = z.array(
  z
    .discriminatedUnion("fault", [
      z.strictObject({
        fault: z.literal("missing"),
        repair: z.enum(["zero", "interpolate", "drop-periods", "drop-cells", "drop-series"]),
        ...chosen,
      }),
      z.strictObject({ fault: z.literal("negative"), repair: z.literal("zero"), ...chosen }),
      z.strictObject({
        fault: z.literal("outlier"),
        repair: z.literal("clip"),
        deviations: z.number().gt(0).optional(),
        ...chosen,
      }),
    ])
    .refine(({ series, every }) => (series === undefined) !== (every === undefined), {
      message: "must choose its series, either by `series` or by `every`",
      params: { advice: "Name one series or several, or a kind of them." },
    }),
);

/**
 * Checks repairs that come from JSON or YAML.
 *
 * @param input   any value
 * @param source  where it comes from: `file`, `root` (name before every path, default `"repairs"`), `locate` (path → line)
 * @returns       the repairs, as given
 * @throws  {IssueError} with every issue: `repairs.unknown-key`, `repairs.missing-key`, `repairs.wrong-type`,
 *          `repairs.not-allowed`, `repairs.out-of-range`, `repairs.invalid`
 * @example
 * parseRepairs([{ fault: "missing", series: "tv", repair: "zero" }]).length; // => 1
 */
export function parseRepairs(input: unknown, source: Omit<SchemaSource, "code"> = {}): readonly Repair[] {
  const named = { ...source, root: source.root ?? "repairs", code: "repairs" };
  throwIfErrors(checkSchema(repairsSchema, input, named));
  return input as readonly Repair[];
}
