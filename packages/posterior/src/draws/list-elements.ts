/** Every scalar of `Draws` with its address, in storage order. */
import type { Draws, DrawsParameter } from "./draws.js";
import type { Coordinates } from "./select-parameter.js";

/** The address of one scalar: what `selectParameter` asks for, and the name under which tables show it. */
export interface DrawsElement {
  readonly parameter: string;
  readonly coordinates: Coordinates;
  /** `intercept`, `roi[tv]`, `contribution[tv, 2024-01-01]` */
  readonly label: string;
}

/**
 * Addresses of all scalars in `draws`, parameter by parameter, last axis fastest.
 *
 * @example
 * listElements(exampleDraws()).map((element) => element.label); // => ["intercept", "roi[tv]", "roi[radio]", "roi[search]", "noise"]
 */
export function listElements(draws: Draws): readonly DrawsElement[] {
  return draws.parameters.flatMap(elementsOf);
}

function elementsOf(parameter: DrawsParameter): readonly DrawsElement[] {
  let places: readonly (readonly string[])[] = [[]];
  for (const axis of parameter.axes) {
    places = places.flatMap((place) => axis.coordinates.map((coordinate) => [...place, coordinate]));
  }
  return places.map((place) => ({
    parameter: parameter.name,
    coordinates: Object.fromEntries(parameter.axes.map((axis, i) => [axis.name, place[i]])),
    label: place.length === 0 ? parameter.name : `${parameter.name}[${place.join(", ")}]`,
  }));
}
