/** Short names for arithmetic on two doubles at once, so that formulas stay readable; the compiler inlines them. */

export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

/**
 * Number `index` of a table in memory, in both lanes. Loops read their coefficients like this: V8 rebuilds vector
 * constants in every iteration, which made exp 1.9 times as slow.
 */
export function at(table: usize, index: usize): v128 {
  return v128.load64_splat(table + (index << 3));
}

/** The double at an address in both lanes. */
export function splatAt(address: usize): v128 {
  return v128.load64_splat(address);
}

/** Where 1 and ½ lie, for loops that want them from memory. */
export const one: usize = memory.data<f64>([1.0], 8);
export const half: usize = memory.data<f64>([0.5], 8);

/** First lane + second lane. */
export function total(a: v128): f64 {
  return f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
}

/** Room for the odd elements at the end of a row: four vectors that no kernel keeps anything in. */
export const scratch: usize = memory.data(64, 16);
