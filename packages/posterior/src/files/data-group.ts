/** One group of an `InferenceData`: named arrays that share their axes. */

/** A named axis; coordinates are words, or numbers such as those of chains. */
export interface DataAxis {
  readonly name: string;
  readonly coordinates: readonly string[] | readonly number[];
}

/** An array with named axes, row by row. A `Uint8Array` holds yes (1) and no (0). */
export interface NamedArray {
  readonly name: string;
  readonly axes: readonly DataAxis[];
  readonly values: Float64Array | Int32Array | Uint8Array;
}

/** An array in a group. */
export interface DataArray extends NamedArray {
  /** The axes' own names, where another had to be found for the group. */
  readonly axisNames?: readonly string[];
}

/** Arrays that agree on what the axes of one name are. */
export interface DataGroup {
  readonly name: string;
  readonly arrays: readonly DataArray[];
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** A group of these arrays, axes renamed where two of one name differ. */
export function dataGroup(
  name: string,
  arrays: readonly NamedArray[],
  attributes: Readonly<Record<string, string | number>>,
): DataGroup {
  const names = new Set(arrays.map((array) => array.name));
  for (const each of names) checkName(name, each);
  const taken = new Map<string, string>();
  const settled = arrays.map((array) => {
    const axes = array.axes.map((axis) => settleAxis(axis, array.name, names, taken));
    const renamed = axes.some((axis, i) => axis.name !== array.axes[i].name);
    const axisNames = array.axes.map((axis) => axis.name);
    return renamed ? { ...array, axes, axisNames } : { ...array, axes };
  });
  return { name, arrays: settled, attributes };
}

/** The axis under a name that is no array's, and that has these coordinates everywhere in the group. */
function settleAxis(
  axis: DataAxis,
  owner: string,
  names: ReadonlySet<string>,
  taken: Map<string, string>,
): DataAxis {
  const coordinates = JSON.stringify(axis.coordinates);
  let name = axis.name;
  for (let attempt = 1; names.has(name) || (taken.get(name) ?? coordinates) !== coordinates; attempt++) {
    name = attempt === 1 ? `${owner}_${axis.name}` : `${owner}_${axis.name}_${attempt}`;
  }
  checkName("axis", name);
  taken.set(name, coordinates);
  return name === axis.name ? axis : { ...axis, name };
}

/** Names become folders. */
function checkName(place: string, name: string): void {
  if (/^[^./\\][^/\\]*$/.test(name)) return;
  throw new Error(
    `inference data, ${place}: a name must not be empty, hold / or \\, or begin with a dot, got "${name}". Rename it.`,
  );
}
