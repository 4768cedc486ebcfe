/** Written by scripts/build-kernels.mjs from the table of kernels: runs records of 16 integers each. */

import * as kernels from "./kernels";

export function run(record: usize, count: i32): void {
  const end = record + ((<usize>count) << 6);
  for (; record < end; record += 64) {
    switch (load<i32>(record)) {
      case 0:
        kernels.fill(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 1:
        kernels.copy(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
        );
        break;
      case 2:
        kernels.add(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 3:
        kernels.subtract(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 4:
        kernels.multiply(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 5:
        kernels.divide(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 6:
        kernels.contract(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
          load<i32>(record, 52),
          load<i32>(record, 56),
          load<i32>(record, 60),
        );
        break;
      case 7:
        kernels.negate(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 8:
        kernels.exp(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 9:
        kernels.log(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 10:
        kernels.log1p(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 11:
        kernels.expm1(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 12:
        kernels.sqrt(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 13:
        kernels.square(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 14:
        kernels.reciprocal(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 15:
        kernels.tanh(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 16:
        kernels.logistic(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 17:
        kernels.softplus(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 18:
        kernels.sin(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 19:
        kernels.cos(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 20:
        kernels.logGamma(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 21:
        kernels.digamma(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 22:
        kernels.trigamma(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      case 23:
        kernels.geometricRecursion(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
        );
        break;
      case 24:
        kernels.reverseGeometricRecursion(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
        );
        break;
      case 25:
        kernels.geometricRetentionPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
        );
        break;
      case 26:
        kernels.causalConvolution(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
        );
        break;
      case 27:
        kernels.anticausalConvolution(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
        );
        break;
      case 28:
        kernels.convolutionWeightsPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
        );
        break;
      case 29:
        kernels.powers(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
        );
        break;
      case 30:
        kernels.powersPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
        );
        break;
      case 31:
        kernels.hill(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 32:
        kernels.hillPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
          load<i32>(record, 52),
        );
        break;
      case 33:
        kernels.logisticSaturation(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
        );
        break;
      case 34:
        kernels.logisticSaturationPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
        );
        break;
      case 35:
        kernels.maximum(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 36:
        kernels.minimum(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 37:
        kernels.greater(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 38:
        kernels.power(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
          load<i32>(record, 32),
          load<i32>(record, 36),
          load<i32>(record, 40),
          load<i32>(record, 44),
          load<i32>(record, 48),
        );
        break;
      case 39:
        kernels.select(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
        );
        break;
      case 40:
        kernels.gather(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
        );
        break;
      case 41:
        kernels.scatterAdd(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
          load<i32>(record, 28),
        );
        break;
      case 42:
        kernels.rowMaximum(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
        );
        break;
      case 43:
        kernels.rowMaximumPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
        );
        break;
      case 44:
        kernels.cumulativeProduct(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
        );
        break;
      case 45:
        kernels.cumulativeProductPullback(
          load<i32>(record, 4),
          load<i32>(record, 8),
          load<i32>(record, 12),
          load<i32>(record, 16),
          load<i32>(record, 20),
          load<i32>(record, 24),
        );
        break;
      case 46:
        kernels.normalLogCdf(load<i32>(record, 4), load<i32>(record, 8), load<i32>(record, 12));
        break;
      default:
        unreachable();
    }
  }
}
