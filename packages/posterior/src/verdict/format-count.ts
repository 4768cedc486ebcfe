/** Numbers as an analyst reads them in a verdict. */

/** A count with thousands separated: 12,500. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A share in percent, two digits that matter: 0.08 %, 12 %. */
export function formatShare(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}

/** A diagnostic: counts from 100 on, else four digits that matter. */
export function formatDiagnostic(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 100 ? formatCount(value) : String(Number(value.toPrecision(4)));
}
