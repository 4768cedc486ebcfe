/** The fields that descriptions are made of: what a name, a day or a share may be, said once. */

import { dayNumber } from "@mmm/data";
import { z } from "zod";

function isDate(text: string): boolean {
  try {
    return Number.isFinite(dayNumber(text));
  } catch {
    return false;
  }
}

const positive = z.number().positive();
const notNegative = z.number().min(0);

/** Every field by what it is. */
export const field = {
  name: z.string().refine((text) => /^\S+( \S+)*$/.test(text), {
    message: "must be a name: one line of text without outer or double spaces",
  }),
  date: z.string().refine(isDate, {
    message: "must be a date YYYY-MM-DD",
    params: { advice: "Write a day that exists, such as 2022-01-03." },
  }),
  /** Dates of no year are looked up in 1970, which has no 29 February: that day does not come every year. */
  dayOfYear: z.string().refine((text) => isDate(`1970-${text}`), {
    message: "must be a day of every year, MM-DD",
    params: { advice: "Write a day such as 12-24." },
  }),
  number: z.number(),
  positive,
  notNegative,
  share: z.number().min(0).max(1),
  /** Correlation of one period with the next. */
  persistence: z.number().min(0).lt(1),
  periodCount: z.int().min(1),
  timing: z.enum(["together", "apart"]),
  /** Weekly budgets and auction prices scatter by tens of per cent even when nobody means to change them. */
  variation: notNegative.default(0.2),
} as const;
