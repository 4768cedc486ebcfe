/** Anticipation: a stock that is taken some periods early. */

import { axis, constant, type Expression, gather, multiply, slice } from "@mmm/autodiff";

/**
 * The stock of `lead` periods later: what media of the next periods does already now, with no media after the series.
 *
 * @param x        [rows…, time]
 * @param lead     a whole number ≥ 0
 * @param stockOf  from media [rows…, time] and the name of its last axis to stock, time last
 */
export function withLead(
  x: Expression,
  lead: number,
  stockOf: (media: Expression, time: string) => Expression,
): Expression {
  // The last axis is time, whatever it is called.
  const time = x.axes[x.axes.length - 1] ?? axis("time", 1);
  if (lead === 0) return stockOf(x, time.name);
  const longer = axis(time.name, time.size + lead);
  const periods = Array.from({ length: longer.size }, (_, t) => t);
  const repeated = gather(
    x,
    time.name,
    periods.map((t) => Math.min(t, time.size - 1)),
    longer,
  );
  const within = constant(
    periods.map((t) => (t < time.size ? 1 : 0)),
    [longer],
  );
  return slice(stockOf(multiply(repeated, within), time.name), time.name, lead, time.size);
}
