/** What each key of a configuration means, in the words that an editor shows beside it. */

const channel = {
  order: "Whether media are carried over before they level off (adstock-first), as in most models, or after.",
  adstock:
    "How advertising works on in later periods: a kind with its settings and parameters (a number, or a prior).",
  saturation: "How more of it brings less and less, with media in units of its mean active period.",
  effect:
    "What is believed beforehand and sampled: the ROI, the marginal ROI, the contribution (share of the KPI), or the coefficient.",
  cells: "How effect and parameters vary over the cells of a panel, by name: shared, pooled or separate.",
} as const;

const coefficient = (path: string): Readonly<Record<string, string>> => ({
  [`${path}.prior`]: "What is believed of the coefficient, in units of the scaled KPI (usually its mean).",
  [`${path}.cells`]: "How it varies over the cells of a panel: shared, pooled or separate.",
});

const ofChannel = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(channel).map(([key, text]) => [`${path}.${key}`, text]));

/** Description by path; list entries and forms to choose from are looked through, `*` is any name. */
export const configurationDescriptions: Readonly<Record<string, string>> = {
  columns: "Which column of the table plays which part, by name.",
  "columns.time": "The column of dates: days, weeks or months.",
  "columns.panel": "The columns whose values name the cell of a row, such as geo, or brand and region.",
  "columns.kpi":
    "The column that media are to explain; with a unit, and the revenue of one where it counts units.",
  "columns.kpi.column": "The name of the column.",
  "columns.kpi.unit": "A label such as EUR or orders.",
  "columns.kpi.revenuePerKpi": "What one of the KPI brings: a column, or an amount of money.",
  "columns.kpi.starts": "The first period in which the KPI counts; rows before it are media history.",
  "columns.channels": "Paid media: spend columns, alone or with a name and an exposure column.",
  "columns.channels.spend": "The column of what the channel cost.",
  "columns.channels.exposure": "The column of what people saw or clicked; effects are counted by it.",
  "columns.channels.totalSpend": "What all of the exposure cost, where spend is known only as a total.",
  "columns.channels.levels": "The words of the channel column that make up the channel.",
  "columns.controls": "What moves the KPI besides media: columns of numbers, or of text as indicators.",
  "columns.population": "The column of the people in a cell, the same in all periods.",
  "columns.mediaRows": "Columns of a table with a row per channel or campaign.",
  "columns.format": "How numbers and dates are written, where that cannot be seen from a single cell.",
  model: "What is believed about the market; every part may be left out.",
  "model.preset": "What another library believes; what is written beside it comes on top.",
  "model.scaling": "The units in which the model thinks, and with which its priors are stated.",
  "model.scaling.size": "What makes cells comparable: their population, their mean KPI, or nothing.",
  "model.scaling.kpi":
    "The unit of the KPI: its mean, its maximum, or its standard deviation around its mean.",
  "model.scaling.media": "The unit of media: mean or median of the non-zero values, or the maximum.",
  "model.scaling.controls": "Whether controls are standardised; auto leaves 0/1 indicators as they are.",
  "model.intercept": "The level of sales without media, trend, season and controls.",
  ...coefficient("model.intercept"),
  "model.trend":
    "How the level moves over the window: none, linear, piecewise with change points, or levels at knots.",
  "model.trend.changePoints": "Times at which the slope may change, evenly spread.",
  "model.trend.count": "Knots, evenly spread; every is one in each period.",
  "model.seasonality": "Cycles as sines and cosines: of the year, of the week.",
  "model.seasonality.periodDays": "Length of the cycle in days: 365.25 or 7.",
  "model.seasonality.from":
    "Where the cycle begins: at 1970-01-01 (epoch), or anew with every calendar year.",
  "model.seasonality.harmonics": "Sines and cosines; more follow sharper seasons.",
  ...coefficient("model.seasonality"),
  "model.events": "Holidays and other events by their days.",
  "model.events.name": "What the event is called in results.",
  "model.events.days": "Its days, as YYYY-MM-DD.",
  "model.events.lead": "Periods before it with an effect of their own.",
  "model.events.lag": "Periods after it with an effect of their own.",
  ...coefficient("model.events"),
  "model.timeEffects":
    "What moves all cells of a panel alike from one period to the next, beyond everything else.",
  "model.controls": "What is believed of controls.",
  "model.controls.default": "Of every control that is not named below only.",
  "model.controls.only": "Of single controls, by name.",
  ...coefficient("model.controls.default"),
  ...coefficient("model.controls.only.*"),
  "model.media": "What is believed of channels.",
  "model.media.default": "Of every channel that is not named below only.",
  "model.media.only": "Of single channels, by name; what is left out is that of the default.",
  ...ofChannel("model.media.default"),
  ...ofChannel("model.media.only.*"),
  "model.noise": "What the mean leaves unexplained: normal, or Student's t, which forgives odd periods.",
  "model.noise.scale": "What is believed of its standard deviation, in units of the scaled KPI.",
  "model.noise.cells": "Whether all cells have the same scale.",
};
