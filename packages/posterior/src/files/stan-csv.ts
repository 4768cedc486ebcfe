/** Stan's CSV files, one per chain: what CmdStanR, CmdStanPy, ArviZ and RStan read. */
import type { Draws, DrawsParameter } from "../draws/draws.js";
import { listElements } from "../draws/list-elements.js";
import { selectParameter } from "../draws/select-parameter.js";
import { chainOf } from "../chains/chains.js";
import { type ColumnsOptions, drawsFromColumns } from "./draws-columns.js";
import { samplerColumns } from "./sampler-columns.js";

/**
 * Draws as the text of Stan CSV files, one per chain.
 *
 * Elements are numbered from 1, `roi.1`, as Stan does, so the coordinates of axes are lost: `toZarr` keeps them. Names
 * keep their letters, digits and underscores; anything else becomes an underscore. Numbers are written so that they
 * read back as the same bits.
 *
 * @param draws  chain × draw × axes
 * @returns  [chain]  the text of a file; write it as `name_1.csv`, `name_2.csv`, …
 * @throws  {Error} when two parameters have one name in Stan's alphabet
 * @example
 * toStanCsv(exampleDraws())[0].includes("energy__,intercept,roi.1,roi.2,roi.3,noise"); // => true
 */
export function toStanCsv(draws: Draws): readonly string[] {
  const names = stanNames(draws.parameters);
  const columns = draws.parameters.flatMap((parameter, p) => stanColumns(draws, parameter, names[p]));
  const header = [...samplerColumns, ...columns].map(([column]) => column).join(",");
  return Array.from({ length: draws.chains }, (_, chain) => {
    const series = [
      ...samplerColumns.map(([, statistic]) => draws.statistics[statistic]),
      ...columns.map(([, values]) => values),
    ].map((values) => values.subarray(chain * draws.draws, (chain + 1) * draws.draws));
    const rows = Array.from({ length: draws.draws }, (_unused, draw) =>
      series.map((values) => formatNumber(values[draw])).join(","),
    );
    return [...configuration(draws, chain), header, ...adaptation(draws, chain), ...rows, ...timing, ""].join(
      "\n",
    );
  });
}

/**
 * The settings that readers ask for; 0 and 1 for no and yes is what old and new ones
 * understand. Draws do not know how long warm-up was; readers refuse 0, so it stands at Stan's default, as not saved.
 */
function configuration({ draws, statistics }: Draws, chain: number): readonly string[] {
  return [
    "# stan_version_major = 2",
    "# stan_version_minor = 35",
    "# stan_version_patch = 0",
    "# model = mmm_model",
    "# method = sample (Default)",
    "#   sample",
    `#     num_samples = ${draws}`,
    "#     num_warmup = 1000 (Default)",
    "#     save_warmup = 0 (Default)",
    "#     thin = 1 (Default)",
    "#     adapt",
    "#       engaged = 1 (Default)",
    "#     algorithm = hmc (Default)",
    "#       hmc",
    "#         engine = nuts (Default)",
    "#           nuts",
    `#             max_depth = ${statistics.maxTreeDepth}`,
    "#         metric = unit_e",
    `# id = ${chain + 1}`,
  ];
}

/** Readers want a step size and a metric; draws know the one, and "unit" is how to say nothing of the other. */
function adaptation({ draws, statistics }: Draws, chain: number): readonly string[] {
  const steps = chainOf({ values: statistics.stepSize, chains: 1, draws }, chain);
  return [
    "# Adaptation terminated",
    `# Step size = ${formatNumber(steps[draws - 1])}`,
    "# No free parameters for unit metric",
  ];
}

/** Readers count draws up to here; draws know no time. */
const timing = [
  "# ",
  "#  Elapsed Time: 0 seconds (Warm-up)",
  "#                0 seconds (Sampling)",
  "#                0 seconds (Total)",
  "# ",
];

function stanNames(parameters: readonly DrawsParameter[]): readonly string[] {
  const names = parameters.map(({ name }) => name.replace(/[^A-Za-z0-9_]/g, "_"));
  const doubled = names.find((name, i) => names.indexOf(name) !== i);
  if (doubled === undefined) return names;
  throw new Error(
    `toStanCsv: parameters must differ in letters, digits and underscores, got "${doubled}" twice. Rename one.`,
  );
}

/** Columns of a parameter, first axis fastest as Stan writes matrices. */
function stanColumns(
  draws: Draws,
  parameter: DrawsParameter,
  name: string,
): readonly (readonly [string, Float64Array])[] {
  const elements = listElements({ ...draws, parameters: [parameter] }).map(({ coordinates }) => {
    const positions = parameter.axes.map((axis) => axis.coordinates.indexOf(coordinates[axis.name]));
    const column = [name, ...positions.map((position) => position + 1)].join(".");
    const { values } = selectParameter(draws, parameter.name, coordinates);
    return { column, values, positions };
  });
  const lastFirst = (positions: readonly number[]): readonly number[] => [...positions].reverse();
  return elements
    .sort((a, b) => compareOrder(lastFirst(a.positions), lastFirst(b.positions)))
    .map(({ column, values }) => [column, values]);
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((position, i) => position !== b[i]);
  return k < 0 ? 0 : a[k] - b[k];
}

function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? String(value) : value > 0 ? "inf" : "-inf";
}

/**
 * Draws from the text of Stan CSV files: those of `toStanCsv`, CmdStan or RStan.
 *
 * Warm-up draws that were saved are left out.
 *
 * @param files    [chain]  texts, all of one model
 * @param options  axes of parameters by name, since the files hold numbers only
 * @returns  parameters in the order of the columns; statistics that the files lack are NaN or 0
 * @throws  {Error} naming the file whose header, columns or numbers are not as they must be
 * @example
 * const draws = exampleDraws();
 * fromStanCsv(toStanCsv(draws)).parameters[1].axes[0].coordinates; // => ["1", "2", "3"]
 */
export function fromStanCsv(
  files: readonly string[],
  options: Omit<ColumnsOptions, "maxTreeDepth"> = {},
): Draws {
  if (files.length === 0)
    throw new Error("fromStanCsv: needs at least one file, got none. Give the text of each.");
  const tables = files.map((text, i) => parseStanCsv(text, i + 1));
  const header = tables[0].header;
  tables.forEach((table, i) => {
    if (table.header.join() === header.join()) return;
    throw new Error(
      `stan csv, file ${i + 1}: must have the columns of file 1 (${header.length}), got ${table.header.length} ` +
        `or others. Read the chains of one run.`,
    );
  });
  const columns = Object.fromEntries(
    header.map((name, column) => [name, tables.flatMap(({ rows }) => rows.map((row) => row[column]))]),
  );
  const chain = tables.flatMap(({ rows }, c) => rows.map(() => c + 1));
  return drawsFromColumns(
    { ...columns, ".chain": chain },
    { ...options, maxTreeDepth: tables[0].maxTreeDepth },
  );
}

interface StanTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly maxTreeDepth: number;
}

function parseStanCsv(text: string, file: number): StanTable {
  const lines = text.split(/\r?\n/);
  const setting = (name: string): number | undefined => {
    const line = lines.find((each) => new RegExp(`^#\\s*${name}\\s*=`).test(each));
    const value = line === undefined ? NaN : parseFloat(line.slice(line.indexOf("=") + 1));
    return Number.isNaN(value) ? undefined : value;
  };
  const savesWarmup = lines.some((line) => /^#\s*save_warmup\s*=\s*(1|true)/.test(line));
  const [first, ...data] = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (first === undefined || data.length === 0) {
    throw new Error(
      `stan csv, file ${file}: must have a line of names and draws, got none. Let the run finish.`,
    );
  }
  const header = first.split(",").map((name) => name.trim());
  const warmup = savesWarmup ? Math.ceil((setting("num_warmup") ?? 0) / (setting("thin") ?? 1)) : 0;
  const rows = data
    .slice(warmup)
    .map((line, i) => parseRow(line, header, `file ${file}, draw ${warmup + i + 1}`));
  return { header, rows, maxTreeDepth: setting("max_depth") ?? 10 };
}

function parseRow(line: string, header: readonly string[], place: string): readonly number[] {
  const cells = line.split(",");
  if (cells.length !== header.length) {
    throw new Error(
      `stan csv, ${place}: must have ${header.length} numbers, got ${cells.length}. The file may be cut off.`,
    );
  }
  return cells.map((cell, i) => {
    const number = parseNumber(cell.trim().toLowerCase());
    if (number !== undefined) return number;
    throw new Error(
      `stan csv, ${place}, ${header[i]}: must be a number, got "${cell}". Repair or leave out the file.`,
    );
  });
}

function parseNumber(cell: string): number | undefined {
  const word = /^([+-]?)(nan|inf|infinity)$/.exec(cell);
  if (word !== null) return word[2] === "nan" ? NaN : word[1] === "-" ? -Infinity : Infinity;
  const number = Number(cell);
  return cell === "" || Number.isNaN(number) ? undefined : number;
}
