/** From columns of scalars, `roi[tv]` or `roi.1`, back to parameters with axes. */
import type { DrawsAxis, DrawsParameter } from "../draws/draws.js";

/** Names and coordinates of the axes of parameters, by parameter: what columns do not tell. */
export type AxesByParameter = Readonly<Record<string, readonly DrawsAxis[]>>;

/** One column of scalars. */
interface Column {
  readonly label: string;
  /** chain × draw */
  readonly values: Float64Array;
}

interface Address {
  readonly name: string;
  readonly coordinates: readonly string[];
}

/**
 * Parameters from columns, in the order in which their first columns come.
 *
 * Axes are those of `axes` where it names the parameter; the column's coordinates must then be those, or the whole
 * numbers from 1 that stand for them. Otherwise axes are called `roi_dim_0`, … as ArviZ does, and have the coordinates
 * found.
 */
export function assembleParameters(
  columns: readonly Column[],
  axes: AxesByParameter = {},
): readonly DrawsParameter[] {
  const groups = new Map<string, { coordinates: readonly string[]; values: Float64Array }[]>();
  for (const { label, values } of columns) {
    const { name, coordinates } = addressOf(label, axes);
    groups.set(name, [...(groups.get(name) ?? []), { coordinates, values }]);
  }
  return [...groups].map(([name, elements]) => {
    const found = axes[name] ?? axesFound(name, elements);
    return assemble(name, found, elements);
  });
}

/** `roi[tv, north]` and `roi.1.2`. A name that `axes` knows may hold dots itself. */
function addressOf(label: string, axes: AxesByParameter): Address {
  const bracket = label.indexOf("[");
  if (bracket > 0 && label.endsWith("]")) {
    const inner = label.slice(bracket + 1, -1);
    const name = label.slice(0, bracket);
    const single = axes[name]?.length === 1;
    return { name, coordinates: single ? [inner] : inner.split(",").map((part) => part.trim()) };
  }
  const dotted = /^(.+?)((?:\.\d+)+)$/.exec(label);
  if (dotted === null || label in axes) return { name: label, coordinates: [] };
  return { name: dotted[1], coordinates: dotted[2].slice(1).split(".") };
}

function axesFound(
  name: string,
  elements: readonly { coordinates: readonly string[] }[],
): readonly DrawsAxis[] {
  return elements[0].coordinates.map((_, k) => ({
    name: `${name}_dim_${k}`,
    coordinates: [...new Set(elements.map(({ coordinates }) => coordinates[k]))],
  }));
}

function assemble(
  name: string,
  axes: readonly DrawsAxis[],
  elements: readonly { coordinates: readonly string[]; values: Float64Array }[],
): DrawsParameter {
  const width = axes.reduce((product, axis) => product * axis.coordinates.length, 1);
  const values = new Float64Array(width * elements[0].values.length);
  const filled = new Set<number>();
  for (const { coordinates, values: column } of elements) {
    const offset = offsetOf(name, axes, coordinates);
    filled.add(offset);
    column.forEach((value, s) => (values[s * width + offset] = value));
  }
  if (filled.size !== width || elements.length !== width) {
    throw new Error(
      `columns.${name}: must have a column for each of ${width} elements, got ${elements.length}. ` +
        `Give all columns of the parameter, each once.`,
    );
  }
  return { name, axes, values };
}

/** Position of an element among the axes' positions, row by row; whole numbers from 1 stand for coordinates. */
function offsetOf(name: string, axes: readonly DrawsAxis[], coordinates: readonly string[]): number {
  let offset = coordinates.length === axes.length ? 0 : NaN;
  axes.forEach((axis, k) => {
    const named = axis.coordinates.indexOf(coordinates[k] ?? "");
    const position = named >= 0 ? named : Number(coordinates[k]) - 1;
    offset = position in axis.coordinates ? offset * axis.coordinates.length + position : NaN;
  });
  if (!Number.isNaN(offset)) return offset;
  const expected = axes.map((axis) => axis.name).join(" × ") || "of a scalar";
  throw new Error(
    `columns.${name}: must lie on the axes ${expected}, got element [${coordinates.join(", ")}]. ` +
      `Give the axes that the columns have.`,
  );
}
