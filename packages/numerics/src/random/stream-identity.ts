/** The 128-bit identity of a stream: a hash of its seed and of the names and numbers on its path. */
import { philox, type Words } from "./philox.js";

/** The hash of a seed and a path: two streams are the same if and only if (but for 2^-128) their identities are. */
export type StreamIdentity = Words;

/** One step on the way to a stream: a name or a number. */
export type PathElement = string | number;

const ORIGIN: StreamIdentity = [0, 0, 0, 0];
/** The key's first word says what is being hashed, so that 1 and "1" lead to different streams. */
const NUMBER_KEY = 1;
const STRING_KEY = 2;
const STATE_KEY = 3;
/** UTF-16 code units per block of 128 bits. */
const UNITS_PER_BLOCK = 8;

const float = new Float64Array(1);
const bytes = new DataView(float.buffer);

/** The identity of the stream for this seed, before any path. */
export function identityOfSeed(seed: PathElement): StreamIdentity {
  return extendIdentity(ORIGIN, seed);
}

/** The identity one step further down the path. */
export function extendIdentity(identity: StreamIdentity, element: PathElement): StreamIdentity {
  return typeof element === "number" ? absorbNumber(identity, element) : absorbString(identity, element);
}

/** The generator state that a stream of this identity starts from. */
export function initialState(identity: StreamIdentity): Words {
  const state = philox(identity, STATE_KEY, 0);
  // All zeros is the one state xoshiro can not leave; it is as likely as any other of 2^128.
  return state.every((word) => word === 0) ? [1, 0, 0, 0] : state;
}

function absorbNumber(identity: StreamIdentity, value: number): StreamIdentity {
  if (!Number.isFinite(value)) {
    throw new RangeError(
      `randomStream: seed and path numbers must be finite, got ${value}. Pass a finite number or a string.`,
    );
  }
  bytes.setFloat64(0, value === 0 ? 0 : value);
  return absorb(identity, [bytes.getUint32(0), bytes.getUint32(4), 0, 0], NUMBER_KEY, 0);
}

function absorbString(identity: StreamIdentity, text: string): StreamIdentity {
  let result = identity;
  for (let start = 0; start === 0 || start < text.length; start += UNITS_PER_BLOCK) {
    const block: Words = [
      wordAt(text, start),
      wordAt(text, start + 2),
      wordAt(text, start + 4),
      wordAt(text, start + 6),
    ];
    // The length in the key tells a text from the same text followed by zeros.
    result = absorb(result, block, STRING_KEY, text.length);
  }
  return result;
}

/** Two UTF-16 code units as one word; beyond the end of the text zeros. */
function wordAt(text: string, index: number): number {
  const unit = (at: number) => (at < text.length ? text.charCodeAt(at) : 0);
  return ((unit(index) << 16) | unit(index + 1)) >>> 0;
}

/** Davies–Meyer: the scrambled sum is added to what went in, so that no step can be undone. */
function absorb(identity: StreamIdentity, block: Words, keyA: number, keyB: number): StreamIdentity {
  const mixed: Words = [
    (identity[0] ^ block[0]) >>> 0,
    (identity[1] ^ block[1]) >>> 0,
    (identity[2] ^ block[2]) >>> 0,
    (identity[3] ^ block[3]) >>> 0,
  ];
  const [a, b, c, d] = philox(mixed, keyA, keyB);
  return [(a ^ mixed[0]) >>> 0, (b ^ mixed[1]) >>> 0, (c ^ mixed[2]) >>> 0, (d ^ mixed[3]) >>> 0];
}
