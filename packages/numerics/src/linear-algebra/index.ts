/** Everything `@mmm/numerics/linear-algebra` offers: dense matrices as flat arrays, row by row. */
export { cholesky, choleskyLogDeterminant, choleskySolve } from "./cholesky.js";
export { dot } from "./dot.js";
export * from "./multiply.js";
export { solveLower, solveLowerTransposed, solveUpper } from "./solve-lower.js";
export { symmetricEigen, type SymmetricEigen } from "./symmetric-eigen.js";
export { invertUpper, thinQr, type ThinQr } from "./thin-qr.js";
export { thinSvd, type ThinSvd } from "./thin-svd.js";
