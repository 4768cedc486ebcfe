/** How a table writes numbers and dates, where that cannot be seen from a single cell. */
import { z } from "zod";

/**
 * The format of a table's text. Everything that is left out is the usual or is recognised: a decimal point, no thousands
 * separators, the delimiter under which the header shows the columns of the roles, dates that show which part is the day.
 */
export interface TableFormat {
  readonly delimiter?: "comma" | "semicolon" | "tab" | "bar" | undefined;
  readonly decimal?: "point" | "comma" | undefined;
  /** Between groups of three digits (or as in 1,50,000); spaces of any width, straight and curly apostrophes. */
  readonly thousands?: "comma" | "point" | "space" | "apostrophe" | undefined;
  /** Which part comes first in `1/2/2024`. */
  readonly dates?: "day-first" | "month-first" | undefined;
}

/** The signs that the words of a format stand for. */
export const formatSigns = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  bar: "|",
  point: ".",
  space: " ",
  apostrophe: "'",
} as const;

/** The zod schema of `TableFormat`. */
export const tableFormatSchema = z
  .strictObject({
    delimiter: z.enum(["comma", "semicolon", "tab", "bar"]).optional(),
    decimal: z.enum(["point", "comma"]).optional(),
    thousands: z.enum(["comma", "point", "space", "apostrophe"]).optional(),
    dates: z.enum(["day-first", "month-first"]).optional(),
  })
  .refine(({ decimal = "point", thousands }) => decimal !== thousands, {
    path: ["thousands"],
    message: "must differ from the decimal sign",
    params: { advice: "Let `decimal` be comma where thousands are separated by points." },
    when: ({ value }) => typeof value === "object" && value !== null,
  });
