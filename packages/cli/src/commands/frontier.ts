/** `mmm frontier`: the best outcome of every budget. */

import { efficiencyFrontier, type FrontierPoint, parseBudgetProblem } from "@mmm/optimizer";
import { Command, InvalidArgumentError } from "commander";
import { readDecision } from "../decisions/read-decision.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { formatInterval, formatNumber, formatProbability } from "../output/format-number.js";
import { formatJson } from "../output/format-json.js";
import { formatTable, intervalHeader } from "../output/format-table.js";
import { wrapLines } from "../output/wrap-lines.js";
import type { World } from "../world.js";
import { openSurface, type SurfaceOptions, withSurfaceOptions } from "./surface-options.js";

interface Options extends SurfaceOptions {
  readonly problem?: string;
  readonly levels: readonly number[];
}

export function frontierCommand(world: World, report: Report): Command {
  return withSurfaceOptions(new Command("frontier").description("the best outcome of every budget"))
    .option("-p, --problem <file>", "objective and limits, as of `mmm optimize`; its budget is left aside")
    .option(
      "--levels <factors>",
      "budgets as factors on today's",
      levelsValue,
      [0.5, 0.75, 0.9, 1, 1.1, 1.2, 1.5, 2],
    )
    .addHelpText("after", examples("mmm frontier fit.json --levels 0.9,1,1.1,1.2,1.5"))
    .action((path: string, options: Options) => trace(world, report, path, options));
}

function levelsValue(text: string): readonly number[] {
  const levels = text.split(",").map(Number);
  if (levels.every((level) => level > 0 && level < Infinity)) return levels;
  throw new InvalidArgumentError("They must be numbers above 0, parted by commas, such as 0.9,1,1.1.");
}

function trace(world: World, report: Report, path: string, options: Options): void {
  const { value, source } = readDecision(world, options.problem, "problem");
  const problem = parseBudgetProblem(value, source);
  const surface = openSurface(world, report, path, options);
  if (surface === undefined) return;
  const { levels, interval } = options;
  const points = efficiencyFrontier(surface, problem, { levels, interval });
  world.print(options.json ? formatJson(points) : describeFrontier(points, interval));
}

function describeFrontier(points: readonly FrontierPoint[], interval: number): string {
  const table = formatTable({
    headers: [
      "budget\nof today's",
      "budget",
      "best\noutcome",
      intervalHeader(interval),
      "ROI",
      "of one\nunit more",
    ],
    rows: points.map(({ timesToday, budget, best }) => [
      ...[formatProbability(timesToday), formatNumber(budget)],
      ...(best === undefined
        ? ["–", "no plan", "–", "–"]
        : [
            ...[formatNumber(best.outcome.mean), formatInterval(best.outcome)],
            ...[formatNumber(best.roi.mean), formatNumber(best.marginalReturn)],
          ]),
    ]),
  });
  const conflicts = [...new Set(points.flatMap(({ conflict = [] }) => conflict))];
  return [table, ...wrapLines(conflicts, 0)].join("\n");
}
