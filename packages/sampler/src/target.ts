/** What is sampled: a log density with its gradient, or the address of a module that builds one. */

/**
 * A log density over unconstrained space, with its gradient.
 *
 *     evaluate(position, gradient) → log p(position) + constant,     gradient ← ∇ log p(position)
 *
 * The sampler calls `evaluate` once per leapfrog step. It must read `position` without changing it, fill all of
 * `gradient`, keep neither array, and give the same bits for the same position. NaN or −Infinity means "outside":
 * the trajectory ends there as a divergence. A thrown error ends the chain (`outcome: { failed }`).
 *
 * @example
 * const normal: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
 * normal.evaluate(Float64Array.of(2), new Float64Array(1)); // => -2
 */
export interface LogDensity {
  /** Number of unconstrained parameters, ≥ 1. */
  readonly dimension: number;
  /** One name per unconstrained parameter, for messages. */
  readonly parameterNames?: readonly string[];
  evaluate(position: Float64Array, gradient: Float64Array): number;
}

/**
 * The address of a log density: each worker thread imports `module` and calls its export with `data`, because functions
 * cannot travel between threads.
 */
export interface TargetModule {
  /** URL of an ES module, e.g. `new URL("./density.js", import.meta.url).href`. */
  readonly module: string;
  /** Name of the export, a function `(data) => LogDensity` (or a promise of one). */
  readonly export: string;
  /** Argument of that function; must survive `structuredClone`. */
  readonly data: unknown;
}

/** What `sample` takes. */
export type Target = LogDensity | TargetModule;

export function isTargetModule(target: Target): target is TargetModule {
  return typeof target === "object" && target !== null && "module" in target;
}

/** What is wrong with something that should be a log density; an empty list if nothing is. */
export function densityFaults(density: unknown): readonly string[] {
  const { dimension, evaluate } = (density ?? {}) as Partial<LogDensity>;
  const faults: string[] = [];
  if (!Number.isInteger(dimension) || dimension! < 1) {
    faults.push(
      `target.dimension: must be a whole number ≥ 1, got ${String(dimension)}. Give the number of unconstrained parameters.`,
    );
  }
  if (typeof evaluate !== "function") {
    faults.push(
      `target.evaluate: must be a function (position, gradient) => number, got ${typeof evaluate}. Return the log density and fill the gradient.`,
    );
  }
  return faults;
}

/** Imports a target module and builds its log density. */
export async function loadTarget(target: TargetModule): Promise<LogDensity> {
  const place = `target module ${target.module}`;
  let exports: Record<string, unknown>;
  try {
    exports = (await import(/* @vite-ignore */ target.module)) as Record<string, unknown>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${place}: must be importable, got "${reason}". Give the URL of a compiled ES module, e.g. new URL("./density.js", import.meta.url).href.`,
      { cause },
    );
  }
  const make = exports[target.export];
  if (typeof make !== "function") {
    throw new Error(
      `${place}: must export a function "${target.export}", got ${typeof make} (${Object.keys(exports).join(", ") || "no exports"}). Correct the export's name.`,
    );
  }
  const density = (await (make as (data: unknown) => unknown)(target.data)) as LogDensity;
  const faults = densityFaults(density);
  if (faults.length > 0)
    throw new Error(`${place}: ${target.export}(data) is no log density.\n${faults.join("\n")}`);
  return density;
}
