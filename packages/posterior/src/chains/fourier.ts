/** Radix-2 Fourier transform, in place: makes long autocovariances cheap. */
import { cos, sin } from "@mmm/numerics";

interface Rotations {
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

/** The rotations of a size never change; they are computed when first needed and kept, one entry per power of two. */
const rotationsOfSize = new Map<number, Rotations>();

function rotations(size: number): Rotations {
  const known = rotationsOfSize.get(size);
  if (known !== undefined) return known;
  const angle = (k: number): number => (-2 * Math.PI * k) / size;
  const cosine = Float64Array.from({ length: size / 2 }, (_, k) => cos(angle(k)));
  const sine = Float64Array.from({ length: size / 2 }, (_, k) => sin(angle(k)));
  const made = { cosine, sine };
  rotationsOfSize.set(size, made);
  return made;
}

/**
 * Replaces a complex sequence by its discrete Fourier transform, X[k] = Σ x[t] · e^(−2πi·k·t/N).
 *
 * Both arrays have one length N, a power of two.
 *
 * @source cooley1965
 */
export function fourierTransform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  reverseBits(real, imaginary);
  const { cosine, sine } = rotations(size);
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const low = start + k;
        const high = low + half;
        const c = cosine[k * stride];
        const s = sine[k * stride];
        const re = real[high] * c - imaginary[high] * s;
        const im = real[high] * s + imaginary[high] * c;
        real[high] = real[low] - re;
        imaginary[high] = imaginary[low] - im;
        real[low] += re;
        imaginary[low] += im;
      }
    }
  }
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j], real[i]];
      [imaginary[i], imaginary[j]] = [imaginary[j], imaginary[i]];
    }
  }
}
