import { expect, test } from "vitest";
import { murmur3 } from "./murmur3.js";

// SMHasher (github.com/aappleby/smhasher, KeysetTest.cpp, VerificationTest): keys {}, {0}, {0, 1} … of 0 to 255 bytes with seed
// 256 − length, their hashes joined and hashed with seed 0; the first word must be 0xB3ECE62A for MurmurHash3_x86_128.
test("the reference suite's verification value comes out", () => {
  const joined = new DataView(new ArrayBuffer(256 * 16));
  for (let length = 0; length < 256; length++) {
    const key = Uint8Array.from({ length }, (_, i) => i);
    murmur3(key, 256 - length).forEach((word, lane) => joined.setUint32(16 * length + 4 * lane, word, true));
  }
  expect(murmur3(new Uint8Array(joined.buffer))[0]).toBe(0xb3ece62a);
});

test("nothing hashes to zeros", () => {
  expect(murmur3(new Uint8Array())).toEqual([0, 0, 0, 0]);
});

test("a view into a larger buffer hashes like its own bytes", () => {
  const buffer = Uint8Array.from({ length: 40 }, (_, i) => i * 7);
  expect(murmur3(buffer.subarray(3, 36))).toEqual(murmur3(buffer.slice(3, 36)));
});
