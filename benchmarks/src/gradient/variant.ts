/** Variant: one implementation of the model's log density and gradient, ready to be timed. */

export interface Variant {
  readonly name: "program" | "twin" | "javascript" | "c" | "@mmm/model";
  /** Log density up to a constant; fills the gradient. */
  readonly evaluate: (gradient: Float64Array) => number;
  /** CPU time of one evaluation in microseconds, from `repetitions` of them. */
  readonly time: (repetitions: number) => number;
}

/** Times a function of this process by its CPU time, so that other work on the machine counts less. */
export function timeInProcess(evaluate: () => void, repetitions: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < repetitions; i++) evaluate();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / repetitions;
}
