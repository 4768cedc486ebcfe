/** PeerCase: a dataset, a preset, and the library whose model it should be. */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Dataset, parseColumnRoles, readDataset } from "@mmm/data";
import type { ModelTerms } from "../../src/terms/model-terms.js";
import { meridianParameters } from "./meridian-parameters.js";
import type { PeerParameter } from "./peer-parameter.js";
import { pymcMarketingParameters } from "./pymc-marketing-parameters.js";

/** What is compared. */
export interface PeerCase {
  readonly name: string;
  /** Path of the CSV. */
  readonly file: string;
  readonly roles: unknown;
  readonly preset: "meridian" | "pymc-marketing";
  /** The program that answers for the library, and a module without which it cannot. */
  readonly program: string;
  readonly module: string;
  /** Warm-up and draws per chain of the library's fit, as its program takes them. */
  readonly fitLengths: readonly number[];
  readonly parameters: (terms: ModelTerms) => readonly PeerParameter[];
}

const data = (file: string): string =>
  fileURLToPath(new URL(`../../../../../shared/data/${file}`, import.meta.url));
const program = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const pymcMarketing = {
  preset: "pymc-marketing",
  ...{ module: "pymc_marketing", program: program("pymc-marketing-peer.py") },
  ...{ fitLengths: [1000, 1000], parameters: pymcMarketingParameters },
} as const;
const events = ["event_1", "event_2"];

/** All of them. */
export const peerCases: readonly PeerCase[] = [
  {
    ...pymcMarketing,
    name: "pymc-marketing-national",
    file: data("pymc-marketing/mmm_example.csv"),
    roles: { time: "date_week", kpi: "y", channels: ["x1", "x2"], controls: [...events, "t"] },
  },
  {
    ...pymcMarketing,
    name: "pymc-marketing-panel",
    file: data("pymc-marketing/mmm_multidimensional_example.csv"),
    roles: { time: "date", panel: ["geo"], kpi: "y", channels: ["x1", "x2"], controls: events },
  },
  {
    name: "meridian",
    file: data("meridian/geo_all_channels.csv"),
    roles: {
      ...{ time: "time", panel: ["geo"], population: "population" },
      kpi: { column: "conversions", revenuePerKpi: "revenue_per_conversion" },
      channels: [0, 1, 2, 3, 4].map((i) => ({
        ...{ name: `Channel${i}`, spend: `Channel${i}_spend`, exposure: `Channel${i}_impression` },
      })),
      controls: ["competitor_sales_control", "sentiment_score_control"],
    },
    ...{ preset: "meridian", module: "meridian", program: program("meridian-peer.py") },
    ...{ fitLengths: [500, 100, 500], parameters: meridianParameters },
  },
];

/** Whether its data lie beside the project. */
export function isHere({ file }: PeerCase): boolean {
  return existsSync(file);
}

/** Its data, read by role. */
export function caseDataset({ file, roles, name }: PeerCase): Dataset {
  return readDataset({ text: readFileSync(file, "utf8"), name }, parseColumnRoles(roles));
}
