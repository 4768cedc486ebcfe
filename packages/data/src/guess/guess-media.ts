/** Which columns are media: spend and exposure paired by the rest of their names, or words that name a medium. */
import type { ChannelRole } from "../roles/column-roles.js";
import type { ColumnSketch } from "./column-sketch.js";
import { hasWord, nameParts, vocabulary } from "./name-words.js";

/** A channel with the reason for it. */
export interface GuessedChannel {
  readonly role: ChannelRole;
  readonly columns: readonly string[];
  readonly why: string;
}

/** The channels, the columns that none of them needs, and the exposures that cost nothing. */
export interface GuessedMedia {
  readonly channels: readonly GuessedChannel[];
  readonly leftOut: readonly { readonly column: string; readonly why: string }[];
  /** Names of exposures without spend: they may be controls, or channels of their own. */
  readonly unpaid: readonly string[];
}

/** A column whose name says that it is spend or exposure of something. */
interface Marked {
  readonly sketch: ColumnSketch;
  readonly marker: "spend" | "exposure";
  /** What it is spend or exposure of, for finding its partner; and as a name. */
  readonly key: string;
  readonly name: string;
  /** Order of preference among exposures. */
  readonly rank: number;
}

const exposureWords: readonly string[] = vocabulary.exposure.split(" ");

/** Finds the media among columns of numbers. */
export function guessMedia(columns: readonly ColumnSketch[]): GuessedMedia {
  const robyn = columns.some(({ name }) => /[^\p{L}\p{N}]S$/u.test(name));
  const marked = columns.filter(isMedia).flatMap((sketch) => markedColumn(sketch, robyn) ?? []);
  const spends = marked.filter(({ marker }) => marker === "spend");
  const exposures = marked.filter(({ marker }) => marker === "exposure");
  const totals = spends.length > 1 ? spends.filter(({ key }) => key === "") : [];
  const paid = spends.filter((spend) => !totals.includes(spend));

  const used = new Set(marked.map(({ sketch }) => sketch.name));
  const bare = columns
    .filter((sketch) => !used.has(sketch.name) && isMedia(sketch))
    .map((sketch): Marked => ({
      ...{ sketch, marker: "spend", key: sketch.words.join(" "), name: sketch.name, rank: 0 },
    }));
  const isExposed = ({ key }: Marked): boolean => exposures.some((exposure) => exposure.key === key);
  const exposed = bare.filter(isExposed);
  const named = bare.filter((own) => !isExposed(own) && namesMedium(own.sketch)).map(({ sketch }) => sketch);
  const known = [...paid, ...exposed];
  const alone = exposures.filter(({ key }) => !known.some((spend) => spend.key === key));
  const paired = known.map((spend) => pair(spend, exposures, known));
  const nothingPaid = known.length + named.length === 0;
  return {
    channels: [
      ...paired,
      ...named.map(asChannel("its name is that of a medium")),
      ...(nothingPaid
        ? alone.map(({ sketch }) => sketch).map(asChannel("exposure, since no column is called spend"))
        : []),
    ],
    leftOut: [
      ...totals.map(({ sketch: { name } }) => ({ column: name, why: "a total of spend would count twice" })),
      ...secondExposures(paired, exposures, known),
    ],
    unpaid: nothingPaid ? [] : alone.map(({ sketch }) => sketch.name),
  };
}

/** Spend of 0 throughout, or below 0, is no media. */
function isMedia({ words, numbers }: ColumnSketch): boolean {
  return (
    numbers !== undefined &&
    !hasWord(words, `${vocabulary.ratio} ${vocabulary.derived} reach frequency`) &&
    numbers.some((value) => value > 0)
  );
}

function namesMedium({ words, numbers, gaps, levels }: ColumnSketch): boolean {
  const like = hasWord(words, vocabulary.media) || /^(x|channel|media|ch)\d+$/.test(words[0] ?? "");
  return (
    like && !hasWord(words, vocabulary.notMedia) && gaps === 0 && levels > 2 && numbers!.every((v) => v >= 0)
  );
}

/** Robyn ends names with `_S` for spend, `_I` for impressions and `_P` for other exposures. */
function markedColumn(sketch: ColumnSketch, robyn: boolean): Marked | undefined {
  const parts = nameParts(sketch.name);
  const suffix = robyn && parts.length > 1 ? parts.at(-1)! : "";
  const kept = /^[SIP]$/.test(suffix) ? parts.slice(0, -1) : parts;
  const isSpendWord = (word: string): boolean => hasWord([word.toLowerCase()], vocabulary.spend);
  const isExposureWord = (word: string): boolean => exposureWords.includes(word.toLowerCase());
  const marker =
    suffix === "S" || kept.some(isSpendWord)
      ? "spend"
      : /^[IP]$/.test(suffix) || kept.some(isExposureWord)
        ? "exposure"
        : undefined;
  if (marker === undefined) return undefined;
  const own = kept.filter((word) => !isSpendWord(word) && !isExposureWord(word));
  const words = own.map((word) => word.toLowerCase());
  const ranks = kept.map((word) => exposureWords.indexOf(word.toLowerCase())).filter((rank) => rank >= 0);
  return {
    ...{ sketch, marker },
    key: words.every((word) => hasWord([word], vocabulary.total)) ? "" : words.join(" "),
    name: own.join("_"),
    rank: Math.min(...ranks, exposureWords.length),
  };
}

/** The spend of a channel with the exposure of the same name, the one that people are counted by where there are several. */
function pair(spend: Marked, exposures: readonly Marked[], spends: readonly Marked[]): GuessedChannel {
  const column = spend.sketch.name;
  const unique = spends.filter(({ name }) => name === spend.name).length === 1 && spend.name !== "";
  const name = unique ? spend.name : column;
  const [exposure] = exposures
    .filter(({ key, sketch }) => key === spend.key && sketch.gaps === 0)
    .sort((a, b) => a.rank - b.rank);
  if (exposure === undefined) {
    return { role: { name, spend: column }, columns: [column], why: "its name says spend" };
  }
  return {
    role: { name, spend: column, exposure: exposure.sketch.name },
    columns: [column, exposure.sketch.name],
    why: "spend and exposure of the same name",
  };
}

function secondExposures(
  paired: readonly GuessedChannel[],
  exposures: readonly Marked[],
  paid: readonly Marked[],
): GuessedMedia["leftOut"] {
  const used = new Set(paired.flatMap(({ columns }) => columns));
  return exposures
    .filter(({ key, sketch }) => !used.has(sketch.name) && paid.some((spend) => spend.key === key))
    .map(({ sketch: { name } }) => ({
      column: name,
      why: "the channel has another exposure; choose this one instead if it says more",
    }));
}

function asChannel(why: string): (sketch: ColumnSketch) => GuessedChannel {
  return ({ name }) => ({ role: name, columns: [name], why });
}
