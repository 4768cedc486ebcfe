/** Everything `@mmm/numerics` offers: random streams, elementary and special functions, small statistics. */
export { drawInteger } from "./random/draw-integer.js";
export { drawNormal } from "./random/draw-normal.js";
export { drawUniform } from "./random/draw-uniform.js";
export { randomStream, restoreStream } from "./random/random-stream.js";
export type { RandomStream } from "./random/random-stream.js";

export { exp } from "./elementary/exp.js";
export { expm1 } from "./elementary/expm1.js";
export { log } from "./elementary/log.js";
export { log1p } from "./elementary/log1p.js";
export { logAddExp, logSumExp } from "./elementary/log-sum-exp.js";
export { logistic } from "./elementary/logistic.js";
export { logit } from "./elementary/logit.js";
export { pow } from "./elementary/pow.js";
export { cos, sin } from "./elementary/sin.js";
export { softplus } from "./elementary/softplus.js";
export { tanh } from "./elementary/tanh.js";
