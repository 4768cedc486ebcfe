/** Splittable streams of random numbers that give the same bits on every machine. */
import {
  extendIdentity,
  identityOfSeed,
  initialState,
  type PathElement,
  type StreamIdentity,
} from "./stream-identity.js";

/**
 * A stream of independent uniform 32-bit integers. It moves forward as numbers are drawn; its children do not depend on
 * how far it has moved.
 */
export interface RandomStream {
  /** The next unsigned 32-bit integer, uniform on 0 … 2^32 − 1. */
  nextUint32(): number;
  /** The stream for this stream's seed and path followed by `path`, at its beginning; independent of what was drawn. */
  split(...path: PathElement[]): RandomStream;
  /** Eight numbers from which `restoreStream` continues exactly here: four of identity, four of the generator. */
  state(): readonly number[];
}

/** xoshiro128**: 128 bits of state, period 2^128 − 1, passes BigCrush. */
class XoshiroStream implements RandomStream {
  readonly #identity: StreamIdentity;
  readonly #words: Int32Array;

  constructor(identity: StreamIdentity, words: readonly number[]) {
    this.#identity = identity;
    this.#words = Int32Array.from(words, (word) => word | 0);
  }

  nextUint32(): number {
    const words = this.#words;
    const second = words[1];
    const scaled = Math.imul(second, 5);
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9);
    const third = words[2] ^ words[0];
    const fourth = words[3] ^ second;
    words[1] = second ^ third;
    words[0] ^= fourth;
    words[2] = third ^ (second << 9);
    words[3] = (fourth << 11) | (fourth >>> 21);
    return result >>> 0;
  }

  split(...path: PathElement[]): RandomStream {
    return streamOfIdentity(path.reduce(extendIdentity, this.#identity));
  }

  state(): readonly number[] {
    return [...this.#identity, ...Array.from(this.#words, (word) => word >>> 0)];
  }
}

function streamOfIdentity(identity: StreamIdentity): RandomStream {
  return new XoshiroStream(identity, initialState(identity));
}

/**
 * The random stream of a seed and a path. Different seeds and different paths give unrelated streams (their states are
 * Philox4x32-10 hashes); the same seed and path always give the same one.
 *
 * randomStream(seed, "a", 1) is randomStream(seed).split("a", 1) and randomStream(seed).split("a").split(1).
 *
 * @param seed  a finite number, or a text; 1 and "1" are different seeds
 * @param path  names and finite numbers that say what the stream is for, e.g. "chain", 2
 * @returns a stream at its beginning
 * @throws {RangeError} for a seed or path number that is not finite
 * @source blackman2021, salmon2011
 * @example
 * const first = randomStream(7, "chain", 0);
 * const again = randomStream(7).split("chain", 0);
 * first.nextUint32() === again.nextUint32(); // => true
 */
export function randomStream(seed: PathElement, ...path: PathElement[]): RandomStream {
  return streamOfIdentity(path.reduce(extendIdentity, identityOfSeed(seed)));
}

/**
 * Continues a stream from what its `state()` returned, for pausing a run and going on elsewhere.
 *
 * @param state  eight unsigned 32-bit integers
 * @returns a stream that draws and splits exactly as the original would
 * @throws {RangeError} if the numbers can not be a stream's state
 * @example
 * const stream = randomStream("pause");
 * const copy = restoreStream(stream.state());
 * copy.nextUint32() === stream.nextUint32(); // => true
 */
export function restoreStream(state: readonly number[]): RandomStream {
  const valid = state.length === 8 && state.every((word) => word >>> 0 === word);
  if (!valid || state.slice(4).every((word) => word === 0)) {
    throw new RangeError(
      `restoreStream: state must be eight unsigned 32-bit integers, the last four not all 0, got [${state.join(", ")}]. ` +
        "Pass what a stream's state() returned.",
    );
  }
  const [a, b, c, d, ...words] = state as unknown as [number, number, number, number, ...number[]];
  return new XoshiroStream([a, b, c, d], words);
}
