/** From the text of an option to its value; text that is none is refused with what would be one. */

import { didYouMean } from "@mmm/data";
import { InvalidArgumentError } from "commander";

/** A whole number from `least` to `most`. */
export function wholeNumberValue(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Seconds, 0 or more. */
export function secondsValue(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value < Infinity) return value;
  throw new InvalidArgumentError("It must be a number of seconds, 0 or more.");
}

/** A probability strictly between 0 and 1. */
export function probabilityValue(example: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value > 0 && value < 1) return value;
    throw new InvalidArgumentError(`It must lie between 0 and 1, such as ${example}.`);
  };
}

/** A seed: a whole number stays one, anything else is a word. */
export function seedValue(text: string): number | string {
  if (text === "") throw new InvalidArgumentError("It must be a number or a word.");
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** One of the names. */
export function nameValue(names: readonly string[]): (text: string) => string {
  return (text) => {
    if (names.includes(text)) return text;
    const advice = didYouMean(text, names, "Choose one of them.");
    throw new InvalidArgumentError(`It must be one of ${names.join(", ")}. ${advice}`);
  };
}

/** A list parted by commas; giving the option again adds to it. */
export function listValue(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== "")];
}
