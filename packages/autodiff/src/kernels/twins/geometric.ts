/** Twins of the geometric recursions over rows and of the derivative with respect to the retention. */

export function geometricRecursion(
  memory: Float64Array,
  out: number,
  x: number,
  alpha: number,
  n2: number,
  n1: number,
  n0: number,
  x2: number,
  x1: number,
  alpha2: number,
  alpha1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const from = x + i * x2 + j * x1;
      const retention = memory[alpha + i * alpha2 + j * alpha1];
      let stock = 0;
      for (let t = 0; t < n0; t++) {
        stock = memory[from + t] + retention * stock;
        memory[out++] = stock;
      }
    }
  }
}

export function reverseGeometricRecursion(
  memory: Float64Array,
  out: number,
  x: number,
  alpha: number,
  n2: number,
  n1: number,
  n0: number,
  x2: number,
  x1: number,
  alpha2: number,
  alpha1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const from = x + i * x2 + j * x1;
      const retention = memory[alpha + i * alpha2 + j * alpha1];
      let stock = 0;
      for (let t = n0 - 1; t >= 0; t--) {
        stock = memory[from + t] + retention * stock;
        memory[out + t] = stock;
      }
      out += n0;
    }
  }
}

export function geometricRetentionPullback(
  memory: Float64Array,
  out: number,
  g: number,
  stock: number,
  alpha: number,
  n2: number,
  n1: number,
  n0: number,
  alpha2: number,
  alpha1: number,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const retention = memory[alpha + i * alpha2 + j * alpha1];
      let adjoint = 0;
      let sum = 0;
      for (let t = n0 - 1; t > 0; t--) {
        adjoint = memory[g + t] + retention * adjoint;
        sum += adjoint * memory[stock + t - 1];
      }
      memory[out++] = sum;
      g += n0;
      stock += n0;
    }
  }
}
