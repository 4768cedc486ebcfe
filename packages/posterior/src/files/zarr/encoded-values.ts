/** Numbers, truths and words as the bytes of Zarr's data types, and back. */
import { decodeUtf8 } from "./utf8.js";

/** Bytes and what they are. */
export interface EncodedValues {
  /** NumPy's name of the type, e.g. `<f8`. */
  readonly dataType: string;
  readonly bytes: Uint8Array;
}

/** Typed arrays are in the order of the machine, which must be said. */
const order = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? "<" : ">";

/** Numbers as they lie in memory (a view, no copy). A `Uint8Array` holds truths. */
export function encodeNumbers(values: Float64Array | Int32Array | Uint8Array): EncodedValues {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (values instanceof Float64Array) return { dataType: `${order}f8`, bytes };
  if (values instanceof Int32Array) return { dataType: `${order}i4`, bytes };
  return { dataType: "|b1", bytes };
}

/** Coordinates: words as fixed-length Unicode, whole numbers as 64-bit integers, others as doubles. */
export function encodeCoordinates(coordinates: readonly string[] | readonly number[]): EncodedValues {
  if (coordinates.every((each) => typeof each === "string")) return encodeWords(coordinates);
  if (!coordinates.every(Number.isInteger)) return encodeNumbers(Float64Array.from(coordinates));
  const integers = BigInt64Array.from(coordinates, (each) => BigInt(each));
  return { dataType: `${order}i8`, bytes: new Uint8Array(integers.buffer) };
}

function encodeWords(words: readonly string[]): EncodedValues {
  const letters = words.map((word) => [...word]);
  const width = letters.reduce((longest, { length }) => Math.max(longest, length), 1);
  const points = new Uint32Array(words.length * width);
  letters.forEach((word, i) =>
    word.forEach((letter, j) => (points[i * width + j] = letter.codePointAt(0) ?? 0)),
  );
  return { dataType: `${order}U${width}`, bytes: new Uint8Array(points.buffer) };
}

/** Bytes of one element of a data type; 0 for words of any length. */
function itemSizeOf(dataType: string): number {
  const [, kind, size] = /^[<>|]([a-zA-Z])(\d*)/.exec(dataType) ?? [];
  if (kind === "O") return 0;
  return kind === "U" ? 4 * Number(size) : Number(size);
}

type Reader = (view: DataView, at: number, littleEndian: boolean) => number;

const readers: Readonly<Record<string, Reader>> = {
  f8: (view, at, little) => view.getFloat64(at, little),
  f4: (view, at, little) => view.getFloat32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  i4: (view, at, little) => view.getInt32(at, little),
  i2: (view, at, little) => view.getInt16(at, little),
  i1: (view, at) => view.getInt8(at),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  u4: (view, at, little) => view.getUint32(at, little),
  u2: (view, at, little) => view.getUint16(at, little),
  u1: (view, at) => view.getUint8(at),
  b1: (view, at) => view.getUint8(at),
};

/** The elements of one chunk; `undefined` for a data type that is not known. Integers beyond 2^53 are rounded. */
export function decodeElements(
  bytes: Uint8Array,
  dataType: string,
): readonly string[] | Float64Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = !dataType.startsWith(">");
  const kind = dataType.slice(1);
  if (kind === "O") return decodeWordList(bytes, view);
  const size = itemSizeOf(dataType);
  const count = bytes.length / size;
  if (kind.startsWith("U")) {
    return Array.from({ length: count }, (_, i) => decodeWord(view, i * size, size / 4, little));
  }
  const reader = readers[kind];
  return reader && Float64Array.from({ length: count }, (_, i) => reader(view, i * size, little));
}

function decodeWord(view: DataView, at: number, width: number, little: boolean): string {
  const points = Array.from({ length: width }, (_, j) => view.getUint32(at + 4 * j, little));
  return points
    .filter((point) => point !== 0)
    .map((point) => String.fromCodePoint(point))
    .join("");
}

/** numcodecs' `vlen-utf8`: their number, then each with its length in bytes. */
function decodeWordList(bytes: Uint8Array, view: DataView): readonly string[] {
  let at = 4;
  return Array.from({ length: view.getUint32(0, true) }, () => {
    const length = view.getUint32(at, true);
    const word = decodeUtf8(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
    return word;
  });
}
