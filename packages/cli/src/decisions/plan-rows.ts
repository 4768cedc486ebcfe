/** A plan as CSV: one row per period and cell, one column per channel. */

import type { Plan } from "@mmm/optimizer";

/** The plan with cents; more digits are no money. */
export function planRows({ channels, cells, periods, spend }: Plan): string {
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const isNational = cells.length === 1;
  const header = ["period", ...(isNational ? [] : ["cell"]), ...channels].map(quoted).join(",");
  const rows = periods.flatMap((period, t) =>
    cells.map((cell, g) => {
      const money = channels.map((_, c) =>
        String(Number(spend[(c * cells.length + g) * periods.length + t]!.toFixed(2))),
      );
      return [period, ...(isNational ? [] : [quoted(cell)]), ...money].join(",");
    }),
  );
  return `${[header, ...rows].join("\n")}\n`;
}
