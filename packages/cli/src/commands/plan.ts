/** `mmm plan`: what plans of one's own would bring, beside today's, and what is sold when they are spent after the data. */

import { checkSchema, throwIfErrors } from "@mmm/data";
import { compareScenarios, forecastPlan, makeSimulator, type NamedScenario, type Plan } from "@mmm/optimizer";
import { Command } from "commander";
import { z } from "zod";
import { readDecision } from "../decisions/read-decision.js";
import { describeForecasts } from "../decisions/describe-forecasts.js";
import { describeScenarios } from "../decisions/describe-scenarios.js";
import { openFit } from "../files/open-fit.js";
import { examples } from "../output/examples.js";
import type { Report } from "../output/exit-codes.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";
import { openSurface, type SurfaceOptions, withSurfaceOptions } from "./surface-options.js";

const change = z
  .strictObject({
    channel: z.string().optional(),
    cell: z.string().optional(),
    period: z.string().optional(),
    spend: z.number().min(0).optional(),
    change: z.number().min(-1).optional(),
  })
  .refine((value) => (value.spend === undefined) !== (value.change === undefined), {
    message: "a change must have spend or change, one of them",
    params: { advice: "Write spend: 1000, or change: 0.2 for 20 % more." },
  });

const plansSchema = z.record(z.string(), z.array(change));
const controlsSchema = z.record(z.string(), z.union([z.number(), z.array(z.number())]));

const help = `
Plans are YAML: a name, then changes of today's plan, one after another:

  more search:
    - { channel: search, change: 0.3 }
  no radio in January:
    - { channel: radio, period: 2024-01-01, spend: 0 }
    - { channel: tv, spend: 250000 }

Controls to come are YAML too: a number for all periods, or one for each:

  promotion: 0
  price: [2.4, 2.4, 2.5, 2.5]
`;

export function planCommand(world: World, report: Report): Command {
  return withSurfaceOptions(new Command("plan").description("simulate plans of your own beside today's"))
    .requiredOption("-p, --plans <file>", "the plans, by name")
    .option(
      "-c, --controls <file>",
      "controls of the periods after the data: forecasts the KPI of each plan there",
    )
    .addHelpText("after", `${help}\n${examples("mmm plan fit.json --plans plans.yaml")}`)
    .action((path: string, options: PlanOptions) => simulate(world, report, path, options));
}

interface PlanOptions extends SurfaceOptions {
  readonly plans: string;
  readonly controls?: string;
}

function simulate(world: World, report: Report, path: string, options: PlanOptions): void {
  const { value, source } = readDecision(world, options.plans, "file of plans");
  throwIfErrors(checkSchema(plansSchema, value, { ...source, code: "plans" }));
  const controls = options.controls === undefined ? undefined : readControls(world, options.controls);
  const surface = openSurface(world, report, path, options);
  if (surface === undefined) return;
  const plans = Object.entries(value as z.infer<typeof plansSchema>).map(
    ([name, changes]): [string, Plan] => [
      name,
      changes.reduce((simulator, own) => simulator.change(withoutNothing(own)), makeSimulator(surface)).plan,
    ],
  );
  const scenarios: readonly NamedScenario[] = compareScenarios(surface, Object.fromEntries(plans), {
    interval: options.interval,
  });
  if (controls === undefined) {
    world.print(options.json ? formatJson(scenarios) : describeScenarios(scenarios, options.interval));
    return;
  }
  const fit = openFit(world, path);
  const { interval, evenIfUntrustworthy = false } = options;
  const told = scenarios.map((scenario) => ({
    ...scenario,
    forecast: forecastPlan(fit, scenario.plan, {
      controls,
      name: scenario.name,
      interval,
      evenIfUntrustworthy,
    }),
  }));
  const tables = [describeScenarios(scenarios, interval), "", describeForecasts(told, interval)];
  world.print(options.json ? formatJson(told) : tables.join("\n"));
}

function readControls(world: World, path: string): z.infer<typeof controlsSchema> {
  const { value, source } = readDecision(world, path, "file of controls");
  throwIfErrors(checkSchema(controlsSchema, value, { ...source, code: "controls" }));
  return value as z.infer<typeof controlsSchema>;
}

/** A key that is there with nothing is not there. */
function withoutNothing(own: z.infer<typeof change>) {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
}
