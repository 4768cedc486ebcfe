/** MurmurHash3, 128 bits, 32-bit variant (Austin Appleby, public domain): a fast fingerprint of bytes, not a cryptographic one. */

const C = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
const LANE_ROTATION = [15, 16, 17, 18] as const;
const STATE_ROTATION = [19, 17, 15, 13] as const;
const STATE_CONSTANT = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17] as const;

/** The four 32-bit words of the hash of `bytes`, unsigned. */
export function murmur3(bytes: Uint8Array, seed = 0): readonly [number, number, number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const state = new Int32Array(4).fill(seed);
  const tail = bytes.length & ~15;
  for (let offset = 0; offset < tail; offset += 16) {
    for (let lane = 0; lane < 4; lane++) {
      state[lane] = state[lane]! ^ mixLane(view.getInt32(offset + 4 * lane, true), lane);
      const turned = rotateLeft(state[lane]!, STATE_ROTATION[lane]!) + state[(lane + 1) & 3]!;
      state[lane] = Math.imul(turned, 5) + STATE_CONSTANT[lane]!;
    }
  }
  const rest = new Uint8Array(16);
  rest.set(bytes.subarray(tail));
  const restView = new DataView(rest.buffer);
  for (let lane = 0; lane < 4; lane++) {
    state[lane] = state[lane]! ^ mixLane(restView.getInt32(4 * lane, true), lane) ^ bytes.length;
  }
  addAcross(state);
  for (let lane = 0; lane < 4; lane++) state[lane] = finalMix(state[lane]!);
  addAcross(state);
  return [state[0]! >>> 0, state[1]! >>> 0, state[2]! >>> 0, state[3]! >>> 0];
}

function mixLane(word: number, lane: number): number {
  return Math.imul(rotateLeft(Math.imul(word, C[lane]!), LANE_ROTATION[lane]!), C[(lane + 1) & 3]!);
}

function addAcross(state: Int32Array): void {
  state[0] = state[0]! + state[1]! + state[2]! + state[3]!;
  for (let lane = 1; lane < 4; lane++) state[lane] = state[lane]! + state[0]!;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finalMix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
