/** The `model` of a first configuration: every choice written out, with its reason and the alternatives as comments. */

import type { ColumnRoles, Dataset, RoleGuess } from "@mmm/data";

/** A line of YAML, or a comment: `# or:` replaces the line above it, `# add:` is taken as it stands. */
type Line = string;

/** Words of a KPI that counts money. */
const moneyWords = /revenue|sales|turnover|gmv|bookings|income/i;

/** Lines below `model:`; `dataset` is absent where the data cannot be read yet. */
export function modelSection({ roles }: RoleGuess, dataset: Dataset | undefined): readonly Line[] {
  return [
    "model:",
    "  # To believe what another library does, write `preset: meridian` or `preset: pymc-marketing` here and delete the rest.",
    "",
    "  # How the level of sales moves, besides season and media.",
    "  trend: linear",
    "  # or: trend: none",
    "  # or: trend: { kind: piecewise, changePoints: 5 }",
    "  # or: trend: { kind: knots, count: 6 }",
    "",
    ...seasonality(dataset),
    "",
    "  # Holidays and other events that no column tells of, by their days.",
    '  # add: events: [{ name: fair, days: ["2024-05-04", "2025-05-03"], lead: 1 }]',
    "",
    ...media(roles, dataset),
    "",
    "  # What is left unexplained. Student's t forgives a few odd periods.",
    "  noise: { kind: normal }",
    "  # or: noise: { kind: student-t }",
  ];
}

/** A cycle can be learned from data that see it more than once. */
function seasonality(dataset: Dataset | undefined): readonly Line[] {
  const days = dataset === undefined ? Infinity : daysOf(dataset);
  const yearly = "{ periodDays: 365.25, harmonics: 2 }";
  const weekly = "{ periodDays: 7, harmonics: 3 }";
  if (days < 1.5 * 365)
    return [
      "  # The data are too short to show a yearly season; one that is left out ends up in trend and media.",
      "  seasonality: []",
      `  # or: seasonality: [${yearly}]`,
    ];
  if (dataset !== undefined && days < 1.5 * dataset.periods.length)
    return [
      "  # Cycles of the year and of the week; more harmonics follow sharper seasons.",
      `  seasonality: [${yearly}, ${weekly}]`,
      `  # or: seasonality: [${weekly}]`,
      "  # or: seasonality: []",
    ];
  return [
    "  # The cycle of the year; more harmonics follow sharper seasons.",
    `  seasonality: [${yearly}]`,
    "  # or: seasonality: [{ periodDays: 365.25, harmonics: 4 }]",
    "  # or: seasonality: []",
  ];
}

function daysOf({ periods }: Dataset): number {
  return (Date.parse(periods.at(-1)!) - Date.parse(periods[0]!)) / 86_400_000;
}

function media(roles: ColumnRoles, dataset: Dataset | undefined): readonly Line[] {
  const [first] = dataset?.channels ?? [];
  return [
    "  media:",
    "    default:",
    "      # How advertising works on in later periods: most at once, or with a peak some periods later.",
    "      adstock: { kind: geometric }",
    "      # or: adstock: { kind: geometric, window: 8, retention: { distribution: beta, alpha: 2, beta: 5 } }",
    "      # or: adstock: { kind: weibull-pdf }",
    "      # How more of it brings less and less.",
    "      saturation: { kind: hill }",
    "      # or: saturation: { kind: logistic }",
    ...effect(roles),
    ...((dataset?.cells.length ?? 1) > 1
      ? [
          "      # Each cell has an effect of its own, drawn towards the common one; or all have the same.",
          "      cells: { effect: pooled }",
          "      # or: cells: { effect: shared }",
        ]
      : []),
    "    # What is known better of one channel.",
    `    # add: only: { ${JSON.stringify(first?.name ?? "tv")}: { adstock: { kind: weibull-pdf } } }`,
  ];
}

/** An ROI can be believed in beforehand where both sides are money; a share of sales always. */
function effect(roles: ColumnRoles): readonly Line[] {
  const elicited = "prior: { distribution: log-normal, low: 0.5, high: 4, probability: 0.9 }";
  const share = "prior: { distribution: beta, low: 0.01, high: 0.2, probability: 0.9 }";
  if (countsMoney(roles))
    return [
      "      # What is believed beforehand: a return of 1.2 per unit of spend, with 90 % between 0.28 and 5.4.",
      "      effect: roi",
      `      # or: effect: { on: roi, ${elicited} }`,
      "      # or: effect: contribution",
      "      # or: effect: coefficient",
    ];
  return [
    "      # What is believed beforehand: a channel brings 5 % of the KPI, seldom more than 15 %. A belief about the ROI",
    "      # needs spend and KPI in money: name spend columns, and the revenue per KPI where it counts units.",
    "      effect: contribution",
    `      # or: effect: { on: contribution, ${share} }`,
    "      # or: effect: roi",
    "      # or: effect: coefficient",
  ];
}

function countsMoney({ kpi, channels, mediaRows }: ColumnRoles): boolean {
  const spends = mediaRows !== undefined || channels.every((role) => typeof role !== "string");
  return spends && (typeof kpi === "string" ? moneyWords.test(kpi) : kpi.revenuePerKpi !== undefined);
}
