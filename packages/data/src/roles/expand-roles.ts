/** Column roles with every shorthand written out and names cleaned, as the readers work with them. */
import type { TableFormat } from "../table/table-format.js";
import { cleanName } from "./clean-name.js";
import type { ChannelRole, ColumnRoles, KpiRole, MediaRowsRole } from "./column-roles.js";

/** A channel of columns has `spend`, or `exposure` with `totalSpend`; one of rows has `levels`. */
export interface ExpandedChannel {
  readonly name: string;
  readonly spend?: string;
  readonly exposure?: string;
  readonly totalSpend?: number;
  readonly levels?: readonly string[];
}

/** The columns of media rows. */
export interface ExpandedMediaRows {
  readonly channel: string;
  readonly spend: string;
  readonly exposure?: string;
  readonly time: string;
  readonly panel: readonly string[];
  readonly absentIsZero: boolean;
  readonly repeatedIsSum: boolean;
}

/** The KPI's column and what belongs to it. */
export interface ExpandedKpi {
  readonly column: string;
  readonly unit?: string;
  readonly revenuePerKpi?: string | number;
  readonly starts?: string;
}

/** Roles without shorthands. */
export interface ExpandedRoles {
  readonly time: string;
  readonly panel: readonly string[];
  readonly kpi: ExpandedKpi;
  readonly channels: readonly ExpandedChannel[];
  readonly controls: readonly { readonly column: string; readonly indicators: boolean }[];
  readonly population?: string;
  readonly mediaRows?: ExpandedMediaRows;
  readonly format: TableFormat;
}

/** Writes every shorthand of (checked) roles out. */
export function expandRoles(roles: ColumnRoles): ExpandedRoles {
  const { population, mediaRows, format = {} } = roles;
  const [time, panel] = [cleanName(roles.time), namesOf(roles.panel)];
  return {
    time,
    panel,
    kpi: expandKpi(roles.kpi),
    channels: roles.channels.map((channel) => expandChannel(channel, mediaRows !== undefined)),
    controls: (roles.controls ?? []).map((control) =>
      typeof control === "string"
        ? { column: cleanName(control), indicators: false }
        : { column: cleanName(control.column), indicators: true },
    ),
    ...(population === undefined ? {} : { population: cleanName(population) }),
    ...(mediaRows === undefined ? {} : { mediaRows: expandMediaRows(mediaRows, time, panel) }),
    format,
  };
}

function namesOf(names: string | readonly string[] = []): readonly string[] {
  return (typeof names === "string" ? [names] : names).map(cleanName);
}

function expandKpi(kpi: KpiRole): ExpandedKpi {
  if (typeof kpi === "string") return { column: cleanName(kpi) };
  const { column, unit, revenuePerKpi: money, starts } = kpi;
  return {
    column: cleanName(column),
    ...(unit === undefined ? {} : { unit: cleanName(unit) }),
    ...(money === undefined ? {} : { revenuePerKpi: typeof money === "string" ? cleanName(money) : money }),
    ...(starts === undefined ? {} : { starts }),
  };
}

function expandChannel(channel: ChannelRole, inRows: boolean): ExpandedChannel {
  if (typeof channel === "string") {
    const name = cleanName(channel);
    return inRows ? { name, levels: [name] } : { name, spend: name };
  }
  const name = cleanName(channel.name);
  if ("levels" in channel) return { name, levels: channel.levels.map(cleanName) };
  if ("totalSpend" in channel) {
    return { name, exposure: cleanName(channel.exposure), totalSpend: channel.totalSpend };
  }
  const expanded = { name, spend: cleanName(channel.spend) };
  return channel.exposure === undefined ? expanded : { ...expanded, exposure: cleanName(channel.exposure) };
}

function expandMediaRows(rows: MediaRowsRole, time: string, panel: readonly string[]): ExpandedMediaRows {
  return {
    channel: cleanName(rows.channel),
    spend: cleanName(rows.spend),
    ...(rows.exposure === undefined ? {} : { exposure: cleanName(rows.exposure) }),
    time: rows.time === undefined ? time : cleanName(rows.time),
    panel: rows.panel === undefined ? panel : namesOf(rows.panel),
    absentIsZero: rows.absent === "zero",
    repeatedIsSum: rows.repeated === "sum",
  };
}
