/** What every command reads: a CSV and its configuration, with the faults of both told at once. */

import { cleanName, makeIssue, throwIfErrors } from "@mmm/data";
import {
  checkDataset,
  checkModelSpec,
  checkSpecNames,
  type ColumnRoles,
  type ConfigurationReading,
  type Dataset,
  type Issue,
  IssueError,
  type ModelSpec,
  parseModelSpec,
  readConfiguration,
  readDataset,
  type SeriesNames,
  type SpecSource,
} from "@mmm/model";
import { readFile } from "../files/read-file.js";
import type { World } from "../world.js";
import {
  type ColumnOptions,
  configurationFromOptions,
  givenColumnOptions,
} from "./configuration-from-options.js";

/** How columns and model are named on the command line. */
export interface AnalysisOptions extends ColumnOptions {
  /** A YAML or JSON file with `columns` and `model`. */
  readonly config?: string;
  /** Stands in place of the model of `config`. */
  readonly preset?: string;
}

/** A checked dataset, the complete spec for it, and the warnings that a person should read. */
export interface Analysis {
  readonly dataset: Dataset;
  readonly spec: ModelSpec;
  readonly warnings: readonly Issue[];
}

/**
 * Reads and checks everything; throws one `IssueError` with all errors of all files.
 *
 * @param found  what the command found wrong before, to be told with the rest
 */
export function readAnalysis(
  world: World,
  csvPath: string,
  options: AnalysisOptions,
  found: readonly Issue[] = [],
): Analysis {
  const csv = readFile(world, csvPath, "data file");
  const configuration = withPreset(
    options.config === undefined
      ? configurationFromOptions(options)
      : configurationFromFile(world, options.config, options),
    options.preset,
  );
  const { columns, model, given, source } = configuration;
  const data: Reading =
    columns && csv.text !== undefined ? readData(csvPath, csv.text, columns) : { issues: [] };
  // Where the data cannot be read, the columns still promise which names they will have.
  const names = data.dataset ?? (columns && promisedNames(columns, given));
  const issues = [
    ...[...found, ...csv.issues, ...configuration.issues, ...data.issues],
    ...(names ? checkNames(names, model, given, source) : []),
  ];
  throwIfErrors(issues);
  return { dataset: data.dataset!, spec: model!, warnings: issues };
}

/** What a file says of its own model has no meaning then; what is wrong with it is still told. */
function withPreset(reading: ConfigurationReading, preset: string | undefined): ConfigurationReading {
  return preset === undefined
    ? reading
    : { ...reading, given: { preset }, model: parseModelSpec({ preset }) };
}

interface Reading {
  readonly dataset?: Dataset;
  readonly issues: readonly Issue[];
}

function readData(name: string, text: string, columns: ColumnRoles): Reading {
  try {
    const dataset = readDataset({ name, text }, columns);
    return { dataset, issues: checkDataset(dataset) };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { issues: error.issues };
  }
}

function configurationFromFile(world: World, path: string, options: AnalysisOptions): ConfigurationReading {
  const clashes = givenColumnOptions(options).map((name) =>
    makeIssue({
      code: "cli.columns-given-twice",
      place: { path: `--${name}` },
      rule: "columns must be named either by options or by --config",
      got: "both",
      advice: `Leave --${name} out.`,
    }),
  );
  const { text, issues } = readFile(world, path, "configuration");
  const reading = text === undefined ? { issues } : readConfiguration(text, path);
  return { ...reading, issues: [...clashes, ...reading.issues] };
}

/** A model that is wrong in itself still has names that can be wrong too. */
function checkNames(
  names: SeriesNames,
  model: ModelSpec | undefined,
  given: unknown,
  source: SpecSource | undefined,
): readonly Issue[] {
  return model === undefined ? checkSpecNames(given, names, source) : checkModelSpec(model, names, source);
}

/** The names that a dataset of these columns has. What only the data know is believed: levels, of indicators and of channels. */
function promisedNames({ channels, controls = [] }: ColumnRoles, given: unknown): SeriesNames {
  const named = (text: string) => ({ name: cleanName(text) });
  const asked = (part: "media" | "controls") => namesAsked(given, part).map(named);
  return {
    channels:
      channels.length === 0
        ? asked("media")
        : channels.map((role) => named(typeof role === "string" ? role : role.name)),
    controls: controls.flatMap((role) => {
      if (typeof role === "string") return [named(role)];
      const levels = `${cleanName(role.column)}=`;
      return asked("controls").filter(({ name }) => name.startsWith(levels));
    }),
  };
}

/** The channels or controls that a model speaks of, whatever else may be wrong with it. */
function namesAsked(given: unknown, part: "media" | "controls"): readonly string[] {
  const { [part]: list } = Object(given) as { readonly [P in typeof part]?: unknown };
  const { only } = Object(list) as { readonly only?: unknown };
  return Object.keys(Object(only) as object);
}
