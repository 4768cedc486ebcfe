/** Owen's T function, the part of the bivariate normal distribution that no univariate one gives. */
import { exp } from "../../elementary/exp.js";
import { expMinusSquare } from "./exp-minus-square.js";
import { normalCdf } from "./normal-cdf.js";

const TWO_PI = 6.283185307179586;
/** Beyond this multiple of 1/h the integrand is below e^(−37) of its start. */
const REACH = 8.6;
/** Nodes in (0, 1) and weights of Gauss and Legendre's rule of 16 points on [−1, 1], which is symmetric. */
const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];

/**
 * Owen's T: the probability that X > h and 0 < Y < aX for independent standard normal X and Y. It gives the distribution
 * function of the skew normal, Φ(x) − 2T(x, α), and bivariate normal probabilities.
 *
 *     T(h, a) = 1/2π · ∫₀ᵃ e^(−h²(1 + x²)/2) / (1 + x²) dx
 *
 * Error ≤ 8 ulp.
 *
 * @param h  any number; T is even in it
 * @param a  any number; T is odd in it
 * @returns number in [−¼, ¼]
 * @source owen1956
 * @example
 * owensT(0, 1); // => 0.125
 * owensT(2, 0.5); // => 0.008625077985521507
 */
export function owensT(h: number, a: number): number {
  if (h !== h || a !== a) return NaN;
  const size = Math.abs(h);
  const slope = Math.abs(a);
  const value = slope <= 1 ? integral(size, slope) : reflected(size, slope);
  return a < 0 ? -value : value;
}

/** T(h, a) + T(ah, 1/a) = ½(Q(h) + Q(ah)) − Q(h)Q(ah) with Q = 1 − Φ, for h ≥ 0 and a > 1. */
function reflected(h: number, a: number): number {
  const tail = normalCdf(-h);
  if (a === Infinity) return 0.5 * tail;
  const farTail = normalCdf(-a * h);
  return 0.5 * (tail + farTail) - tail * farTail - integral(a * h, 1 / a);
}

/** T(h, a) for h ≥ 0 and 0 ≤ a ≤ 1: two panels of sixteen points up to where the integrand vanishes. */
function integral(h: number, a: number): number {
  const front = expMinusSquare(h, 0.5);
  if (front === 0) return 0;
  const half = 0.25 * Math.min(a, REACH / h);
  const integrand = (x: number): number => exp(-0.5 * h * h * x * x) / (1 + x * x);
  let total = 0;
  for (const centre of [3 * half, half]) {
    for (let i = NODES.length - 1; i >= 0; i--) {
      const offset = half * NODES[i];
      total += WEIGHTS[i] * (integrand(centre - offset) + integrand(centre + offset));
    }
  }
  return (front * half * total) / TWO_PI;
}
