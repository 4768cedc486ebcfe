/** Numbers as a person reads them: three significant digits, thousands apart, millions by name; `--json` has every digit. */

const units = [
  { size: 1e12, sign: " T" },
  { size: 1e9, sign: " B" },
  { size: 1e6, sign: " M" },
] as const;

/** `12.3 M`, `123,456`, `12.3`, `0.0123`; exponents only beyond what is readable. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(2);
  // From where three digits would round up to the next unit.
  const unit = units.find((candidate) => size >= 0.9995 * candidate.size);
  if (unit !== undefined) return threeDigits(value / unit.size) + unit.sign;
  return threeDigits(value);
}

/** A whole number, thousands apart: `1,234,567`. */
export function formatCount(value: number): string {
  return Number.isNaN(value) ? "–" : groupThousands(Math.round(value));
}

/** A share as a percentage with one decimal: `4.6 %`. */
export function formatShare(value: number): string {
  if (Number.isNaN(value)) return "–";
  const text = (100 * value).toFixed(1);
  return `${text === "-0.0" ? "0.0" : text} %`;
}

/** A probability that somebody chose, as short as it was given: `90 %`, `99.5 %`. */
export function formatProbability(value: number): string {
  return `${Number((100 * value).toPrecision(10))} %`;
}

/** `0.43 – 3.16`. */
export function formatInterval(
  { low, high }: { readonly low: number; readonly high: number },
  format: (value: number) => string = formatNumber,
): string {
  return `${format(low)} – ${format(high)}`;
}

function threeDigits(value: number): string {
  const size = Math.abs(value);
  if (size >= 99.95) return groupThousands(Math.round(value));
  const digits = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : size >= 0.009995 ? 4 : 5;
  return value === 0 ? "0" : value.toFixed(digits);
}

function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
