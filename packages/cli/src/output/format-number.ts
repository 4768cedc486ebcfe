/** Numbers as a person reads them: three significant digits, thousands apart, no exponents in between. */

/** `1,234,567`, `12.3`, `0.0123`; exponents only beyond what is readable. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(2);
  if (size >= 100) return groupThousands(Math.round(value));
  const digits = size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
  return value.toFixed(value === 0 ? 0 : digits);
}

/** A share as a percentage. */
export function formatShare(value: number): string {
  return Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`;
}

/** `0.43 – 3.16`. */
export function formatInterval({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${formatNumber(low)} – ${formatNumber(high)}`;
}

function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
