/** From the text of a cell to a number, or to the reason why it is none; nothing is guessed. */
import { formatSigns, type TableFormat } from "./table-format.js";

/** Why a cell is not a number: code, what it is in words, what to do. */
export interface CellFault {
  readonly code: string;
  readonly allowed?: string;
  readonly advice: string;
}

/** Reads the number a cell holds, or says why it holds none. */
export type NumberParser = (cell: string) => number | CellFault;

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING = /^(na|n\/a|#n\/a|nan|null|none|nil|missing|-|–|\.)?$/i;
const INFINITE = /^[+-]?(inf|infinity|∞)$/i;
/** Groups of three digits after commas, apostrophes or spaces: 1,234 or 1'234'567.5 or 1 234. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([,'’\s]\d{3})+(\.\d*)?$/;
/** Groups of three digits after points, and perhaps decimals after a comma: 1.234.567 or 1.234,5. */
const GROUPED_BY_POINTS = /^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$|^[+-]?[1-9]\d{0,2}(\.\d{3})+,\d*$/;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;

const FAULTS = {
  missing: {
    code: "data.missing-value",
    advice: "Write the value (0 where nothing happened); nothing is filled in silently.",
  },
  infinite: { code: "data.infinite-value", advice: "Write the finite value." },
  grouped: {
    code: "data.thousands-separator",
    advice: "Write the number without thousands separators, as in 1234.5.",
  },
  either: {
    code: "data.thousands-separator",
    allowed: "a comma may separate thousands or decimals",
    advice: "Write the number without thousands separators and with a decimal point, as in 1234.5.",
  },
  comma: { code: "data.decimal-comma", advice: "Export the file with a decimal point, as in 1234.5." },
  text: {
    code: "data.text-in-number",
    advice: "Write the bare number, without unit, sign of currency or words.",
  },
} as const satisfies Record<string, CellFault>;

/** The number a cell holds, or why it holds none; in the usual format, a decimal point and no thousands separators. */
export function parseNumber(cell: string): number | CellFault {
  const text = cell.trim();
  if (PLAIN.test(text)) return finite(Number(text));
  if (MISSING.test(text)) return FAULTS.missing;
  if (INFINITE.test(text)) return FAULTS.infinite;
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)) return FAULTS.either;
  if (GROUPED.test(text) || GROUPED_BY_POINTS.test(text)) return FAULTS.grouped;
  return DECIMAL_COMMA.test(text) ? FAULTS.comma : FAULTS.text;
}

function finite(value: number): number | CellFault {
  return Number.isFinite(value) ? value : FAULTS.infinite;
}

const SEPARATORS = {
  comma: ",",
  point: "\\.",
  space: "[ \\u00a0\\u2009\\u202f]",
  apostrophe: "['’]",
} as const;

/** The parser of a declared format; without a declaration, `parseNumber`. */
export function numberParser({ decimal = "point", thousands }: TableFormat): NumberParser {
  if (decimal === "point" && thousands === undefined) return parseNumber;
  const point = SEPARATORS[decimal];
  const plain = new RegExp(`^[+-]?(\\d+${point}?\\d*|${point}\\d+)(e[+-]?\\d+)?$`, "i");
  const separator = SEPARATORS[thousands ?? "apostrophe"];
  // Threes everywhere, or twos before the last three, as lakhs and crores are written.
  const groups = `\\d{1,3}(${separator}\\d{3})+|\\d{1,2}(${separator}\\d{2})+${separator}\\d{3}`;
  const grouped = new RegExp(`^[+-]?(${groups})(${point}\\d*)?$`);
  const separators = new RegExp(separator, "g");
  return (cell) => {
    const text = cell.trim();
    const isGrouped = thousands !== undefined && grouped.test(text);
    if (isGrouped || plain.test(text)) {
      const bare = isGrouped ? text.replace(separators, "") : text;
      return finite(Number(bare.replace(formatSigns[decimal], ".")));
    }
    const fault = parseNumber(text);
    const otherFormat = typeof fault === "number" || /comma|separator/.test(fault.code);
    return otherFormat ? undeclared(decimal, thousands) : fault;
  };
}

function undeclared(decimal: "point" | "comma", thousands: TableFormat["thousands"]): CellFault {
  const groups =
    thousands === undefined
      ? "without thousands separators"
      : `with thousands as in 1${formatSigns[thousands]}234`;
  return {
    code: "data.undeclared-format",
    allowed: `the roles declare decimals as in 1${formatSigns[decimal]}5, ${groups}`,
    advice: "Write the number in the declared format, or correct `format` in the roles.",
  };
}
