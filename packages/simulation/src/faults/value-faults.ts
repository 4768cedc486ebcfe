/** The table of faults in single values: where each can be planted, and what it writes. */

import { drawInteger, type RandomStream } from "@mmm/numerics";

/** What a column holds. */
export type ColumnUse = "kpi" | "spend" | "exposure" | "control";

/** One kind of wrong value. */
export interface ValueFault {
  /** Whether a column's value can be spoilt this way, so that a reader must see it. */
  canSpoil(use: ColumnUse, value: number): boolean;
  /** What stands there instead. */
  write(value: number, stream: RandomStream): string;
}

/** A slipped decimal and more, so that no flight or holiday comes near. */
const outlierFactor = 50;

/** What people leave behind in columns of numbers. */
const texts = ["see note", "#REF!", "12.5 EUR", "tbd", "1O0"] as const;

/** Every wrong value by kind. */
export const valueFaults = {
  "missing-value": { canSpoil: () => true, write: () => "" },
  outlier: {
    canSpoil: (use, value) => use === "kpi" && value > 0,
    write: (value) => String(outlierFactor * value),
  },
  negative: {
    canSpoil: (use, value) => (use === "spend" || use === "exposure") && value > 0,
    write: (value) => String(-value),
  },
  text: { canSpoil: () => true, write: (_, stream) => texts[drawInteger(stream, texts.length)]! },
} as const satisfies Readonly<Record<string, ValueFault>>;
