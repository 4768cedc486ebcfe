/** What a repair did, as data: one value replaced, or a period, a cell or a series dropped. */
import { describePlace, type Place } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import type { Repair } from "./repair.js";

/** One change; `message` is the whole sentence, place included. */
export interface Change {
  readonly fault: Repair["fault"];
  readonly repair: Repair["repair"];
  /** The series that was repaired, or for whose sake something was dropped. */
  readonly series: string;
  readonly place: Place;
  /** The value before; absent where there was none, or where something was dropped. */
  readonly from?: number;
  /** The value now; absent where something was dropped. */
  readonly to?: number;
  readonly message: string;
}

/** A value that was replaced. */
export function valueChange(
  { fault, repair }: Repair,
  series: string,
  place: Place,
  { from, to }: { readonly from?: number | undefined; readonly to: number },
): Change {
  const before = from === undefined ? "no value" : showNumber(from);
  const message = `${describePlace(place)}: ${before} became ${showNumber(to)} (${fault}: ${repair}).`;
  return { fault, repair, series, place, ...(from === undefined ? {} : { from }), to, message };
}

/** Something that was dropped: "period", "cell" or "series". */
export function dropChange({ fault, repair }: Repair, series: string, place: Place, what: string): Change {
  const why = what === "series" ? "it lacks values" : `"${series}" lacks a value there`;
  const message = `${describePlace(place)}: the ${what} was dropped, because ${why} (${fault}: ${repair}).`;
  return { fault, repair, series, place, message };
}
