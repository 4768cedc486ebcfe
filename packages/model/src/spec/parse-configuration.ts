/** The door of a configuration file: one YAML or JSON text that names the columns and states the model. */

import {
  type ColumnRoles,
  didYouMean,
  type Issue,
  IssueError,
  makeIssue,
  parseColumnRoles,
  showValue,
} from "@mmm/data";
import type { ModelSpec } from "./model-spec.js";
import { parseModelSpec } from "./parse-model-spec.js";
import { readYaml } from "./read-yaml.js";
import type { SpecSource } from "./spec-source.js";

/** What one file says about one analysis. */
export interface Configuration {
  readonly columns: ColumnRoles;
  readonly model: ModelSpec;
  /** File and line finder, for issues that are found later (`checkModelSpec`). */
  readonly source: SpecSource;
}

/** As much of a configuration as could be read, and everything that is wrong with it. */
export type ConfigurationReading = Partial<Configuration> & {
  readonly issues: readonly Issue[];
  /** The model as it stands in the file, right or wrong, for `checkSpecNames`. */
  readonly given?: unknown;
};

type Path = readonly (string | number)[];

/**
 * Parses a configuration: `columns` (roles by column name) and `model` (any part may be left out).
 *
 * @param text  YAML 1.2 or JSON
 * @param file  how messages name the text
 * @returns     the roles, and the complete spec
 * @throws {IssueError} with every issue of both parts, each with line and column
 * @example
 * parseConfiguration("columns: { time: week, kpi: sales, channels: [tv] }\nmodel: { trend: none }", "mmm.yaml").model.trend.kind; // => "none"
 */
export function parseConfiguration(text: string, file: string): Configuration {
  const { issues, columns, model, source } = readConfiguration(text, file);
  if (issues.length > 0) throw new IssueError(issues);
  return { columns: columns!, model: model!, source: source! };
}

/**
 * Reads as much of a configuration as can be read, so that the faults of a data file can be told together with those of
 * its configuration.
 *
 * @param text  YAML 1.2 or JSON
 * @param file  how messages name the text
 * @returns     the parts that are right, and the issues of those that are not
 * @example
 * readConfiguration("columns: { time: week, kpi: sales, channels: [tv] }\nmodle: {}", "mmm.yaml").issues.length; // => 1
 */
export function readConfiguration(text: string, file: string): ConfigurationReading {
  const { value, issues, locate } = readYaml(text, file);
  return issues.length > 0 ? { issues } : readParts(value, { file, locate });
}

function readParts(value: unknown, { file, locate }: SpecSource): ConfigurationReading {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { issues: [noParts(value, file)] };
  }
  const issues: Issue[] = [...unknownKeys(value, { file, locate })];
  const parts = value as Readonly<Record<string, unknown>>;
  const within = (part: string) => ({ file, root: part, locate: (path: Path) => locate?.([part, ...path]) });
  const columns = collect(issues, () => parseColumnRoles(parts.columns ?? {}, within("columns")));
  const model = collect(issues, () => parseModelSpec(parts.model ?? {}, within("model")));
  const source = { file, locate: within("model").locate };
  return { issues, source, given: parts.model, ...(columns && { columns }), ...(model && { model }) };
}

function noParts(value: unknown, file: string | undefined): Issue {
  return makeIssue({
    code: "configuration.wrong-type",
    place: { file },
    rule: "must hold `columns` and `model`",
    got: showValue(value),
    advice: "Write `columns:` with time, kpi and channels.",
  });
}

const knownKeys = ["columns", "model"];

function unknownKeys(value: object, { file, locate }: SpecSource): readonly Issue[] {
  return Object.keys(value)
    .filter((key) => !knownKeys.includes(key))
    .map((key) =>
      makeIssue({
        code: "configuration.unknown-key",
        place: { file, ...locate?.([key]), path: key },
        rule: "must be a known key",
        got: showValue(key),
        allowed: knownKeys.join(", "),
        advice: didYouMean(key, knownKeys, "Move it under one of them."),
      }),
    );
}

/** Runs a door and keeps its issues instead of stopping at the first part that is wrong. */
function collect<T>(issues: Issue[], door: () => T): T | undefined {
  try {
    return door();
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    issues.push(...error.issues);
    return undefined;
  }
}
