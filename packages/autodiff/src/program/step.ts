/** Step: what a primitive sees when it writes the kernel calls of one node. */

import type { Axis } from "../axis.js";
import type { KernelName, kernelTable } from "../kernels/kernel-table.js";

/** Settings of a node that are not arrays of the graph: indices, names, the values of a constant. */
export type Attributes = Readonly<Record<string, number | string | Float64Array>>;

/** An array in the arena. */
export interface Buffer {
  /** Element offset of the first element. */
  readonly offset: number;
  readonly axes: readonly Axis[];
}

type Bare<Name extends string> = Name extends `${infer Stem}*` ? Stem : Name;

/** The arguments of a kernel by name; buffers as element offsets. */
export type KernelArguments<K extends KernelName> = {
  readonly [Name in (typeof kernelTable)[K][number] as Bare<Name>]: number;
};

/** What a primitive is given to write the calls of one node. */
export interface Step {
  readonly operands: readonly Buffer[];
  readonly outputs: readonly Buffer[];
  readonly attributes: Attributes;
  /** Element offset of a scalar holding this constant. */
  readonly scalar: (value: number) => number;
  /** Appends one kernel call. */
  readonly call: <K extends KernelName>(kernel: K, values: KernelArguments<K>) => void;
}
