/** A number that changes if a single bit of a single result does; what the golden tests freeze. */

/** FNV-1a over the bits of the values, in their order. */
export function bitChecksum(values: Iterable<number>): number {
  const bytes = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    bytes.setFloat64(0, value);
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ bytes.getUint8(i), 0x01000193);
  }
  return hash >>> 0;
}
