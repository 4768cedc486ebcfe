/** Horner's rule over a table in memory, constant term first. */

export function polynomial(table: usize, count: i32, x: f64): f64 {
  let address = table + ((<usize>(count - 1)) << 3);
  let sum = load<f64>(address);
  while (address > table) {
    address -= 8;
    sum = sum * x + load<f64>(address);
  }
  return sum;
}
