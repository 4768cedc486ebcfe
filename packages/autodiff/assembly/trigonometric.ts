/** sin and cos of one number (fdlibm's polynomials and reductions, from AssemblyScript's library). */

export class Sin {
  /** Error ≤ 0.8 ulp for angles up to 1e5, ≤ 2 ulp beyond. */
  @inline
  apply(x: f64): f64 {
    return NativeMath.sin(x);
  }
}

export class Cos {
  /** Error ≤ 0.8 ulp for angles up to 1e5, ≤ 2 ulp beyond. */
  @inline
  apply(x: f64): f64 {
    return NativeMath.cos(x);
  }
}
