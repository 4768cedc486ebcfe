/** How a table writes numbers and dates, where that cannot be seen from a single cell. */
import { z } from "zod";

/**
 * The format of a table's text. Everything that is left out is the usual or is recognised: a decimal point, no thousands
 * separators, the delimiter under which the header shows the columns of the roles, dates that show which part is the day.
 */
export interface TableFormat {
  readonly delimiter?: "," | ";" | "\t" | "|" | undefined;
  readonly decimal?: "." | "," | undefined;
  /** A sign between groups of three digits (or as in 1,50,000); a space stands for spaces of any width, `'` for `’` too. */
  readonly thousands?: "," | "." | " " | "'" | undefined;
  /** Which part comes first in `1/2/2024`. */
  readonly dates?: "day-first" | "month-first" | undefined;
}

/** The zod schema of `TableFormat`. */
export const tableFormatSchema = z
  .strictObject({
    delimiter: z.enum([",", ";", "\t", "|"]).optional(),
    decimal: z.enum([".", ","]).optional(),
    thousands: z.enum([",", ".", " ", "'"]).optional(),
    dates: z.enum(["day-first", "month-first"]).optional(),
  })
  .refine(({ decimal = ".", thousands }) => decimal !== thousands, {
    path: ["thousands"],
    message: "must differ from the decimal sign",
    params: { advice: 'Let `decimal` be "," where thousands are separated by points.' },
  });
