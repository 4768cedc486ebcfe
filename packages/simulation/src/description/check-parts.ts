/** Whether the parts of a description fit together: who follows whom, and what only daily data can show. */

import { didYouMean, type Issue, makeIssue, type SchemaSource, showValue } from "@mmm/data";
import { readFieldLeniently as fieldOf, readListLeniently as listOf } from "./leniently.js";

/** The source of a description, and the name of its root. */
export type NamedSource = Omit<SchemaSource, "code"> & { readonly root: string };

/** Channels that follow nobody, themselves or each other; days of the week in weekly data. */
export function checkParts(input: unknown, source: NamedSource): readonly Issue[] {
  return [...checkFollowing(input, source), ...checkWeekdays(input, source)];
}

/** The name of the channel that each channel follows. */
function followedNames(input: unknown): readonly (readonly [name: unknown, followed: string | undefined])[] {
  return listOf(fieldOf(input, "channels")).map((channel) => {
    const pattern = fieldOf(channel, "pattern");
    const followed = fieldOf(pattern, "kind") === "following" ? fieldOf(pattern, "channel") : undefined;
    return [fieldOf(channel, "name"), typeof followed === "string" ? followed : undefined];
  });
}

function checkFollowing(input: unknown, { file, root, locate }: NamedSource): readonly Issue[] {
  const follows = followedNames(input);
  const names = follows.flatMap(([name]) => (typeof name === "string" ? [name] : []));
  const leaders = new Map(follows);
  return follows.flatMap(([name, followed], k) => {
    if (followed === undefined) return [];
    const path = ["channels", k, "pattern", "channel"];
    const place = { file, ...locate?.(path), path: `${root}.channels[${k}].pattern.channel` };
    if (!names.includes(followed)) {
      const others = names.filter((other) => other !== name);
      return [
        makeIssue({
          code: "market.unknown-channel",
          place,
          rule: "must be another channel",
          got: showValue(followed),
          allowed: others.join(", "),
          advice: didYouMean(followed, others, "Choose one of them."),
        }),
      ];
    }
    if (!comesBack(name, leaders)) return [];
    return [
      makeIssue({
        code: "market.circular-following",
        place,
        rule: "channels must not follow each other in a circle",
        got: showValue(followed),
        advice: "Give one of them a pattern of its own.",
      }),
    ];
  });
}

function comesBack(name: unknown, leaders: ReadonlyMap<unknown, string | undefined>): boolean {
  let next = leaders.get(name);
  for (let steps = 0; next !== undefined && steps < leaders.size; steps++) {
    if (next === name) return true;
    next = leaders.get(next);
  }
  return false;
}

function checkWeekdays(input: unknown, { file, root, locate }: NamedSource): readonly Issue[] {
  if (fieldOf(input, "periodDays") === 1) return [];
  return listOf(fieldOf(input, "seasonality")).flatMap((cycle, k) => {
    if (fieldOf(cycle, "kind") !== "weekday") return [];
    return [
      makeIssue({
        code: "market.weekdays-in-weeks",
        place: { file, ...locate?.(["seasonality", k]), path: `${root}.seasonality[${k}]` },
        rule: "days of the week need periods of a day",
        got: `periodDays ${showValue(fieldOf(input, "periodDays") ?? 7)}`,
        advice: "Let periodDays be 1, or leave the weekdays out.",
      }),
    ];
  });
}
