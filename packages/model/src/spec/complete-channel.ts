/** The defaults of a channel: its own words first, then the default channel's, then ours. */

import type { Prior } from "@mmm/distributions";
import { type CellSpec, completeCells } from "./cell-spec.js";
import { defaultPriors } from "./default-priors.js";
import type { ChannelSpec, EffectSpec } from "./model-spec.js";
import type { ChannelInput } from "./spec-schema.js";
import { completeTransform, transformParameters } from "./transform-spec.js";

/**
 * Periods that carry-over lasts unless a spec says otherwise: a quarter of weeks. What were remembered for longer would be a
 * trend: with an endless memory, a second answer appears, in which a growing channel explains the growth of everything.
 */
const usualWindow = 13;

/** Writes every default into what a user said of a channel; `fallback` is the complete default channel. */
export function completeChannel(channel: ChannelInput, fallback: ChannelSpec | undefined): ChannelSpec {
  const adstock = channel.adstock
    ? completeTransform("adstock", channel.adstock)
    : (fallback?.adstock ?? completeTransform("adstock", { kind: "geometric", window: usualWindow }));
  const saturation = channel.saturation
    ? completeTransform("saturation", channel.saturation)
    : (fallback?.saturation ?? completeTransform("saturation", { kind: "hill" }));
  const names = [
    ...Object.keys(transformParameters("adstock", adstock)),
    ...Object.keys(transformParameters("saturation", saturation)),
  ];
  const cellsOf = (name: string, usual: "pooled" | "shared"): CellSpec => {
    const given = channel.cells?.[name];
    return given === undefined && fallback && Object.hasOwn(fallback.cells, name)
      ? fallback.cells[name]!
      : completeCells(given, usual);
  };
  return {
    order: channel.order ?? fallback?.order ?? "adstock-first",
    adstock,
    saturation,
    effect: channel.effect === undefined && fallback ? fallback.effect : completeEffect(channel.effect),
    cells: {
      // What is wrong stays to be found by `checkModelSpec`, which knows where it was written.
      ...Object.fromEntries(
        Object.entries(channel.cells ?? {}).map(([name, given]) => [name, completeCells(given, "shared")]),
      ),
      ...Object.fromEntries(names.map((name) => [name, cellsOf(name, "shared")])),
      effect: cellsOf("effect", "pooled"),
    },
  };
}

function completeEffect(effect: ChannelInput["effect"]): EffectSpec {
  const { on, prior } =
    typeof effect === "object" ? effect : { on: effect ?? "coefficient", prior: undefined };
  return { on, prior: (prior as Prior | undefined) ?? defaultPriors[on].prior };
}
