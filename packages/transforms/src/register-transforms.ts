/** Registry: the tables of this package with transforms of one's own beside them. */

import { adstocks } from "./adstock/adstocks.js";
import { saturations } from "./saturation/saturations.js";
import { bumps } from "./time/events/bumps.js";
import { spectra } from "./time/gaussian-process/spectra.js";
import { transformOf } from "./transform-of.js";
import type { AnyTransform, Transform } from "./transform.js";

type Table = Readonly<Record<string, AnyTransform>>;

/** Transforms by kind, and the way to look one up by the name that a spec gives. */
export interface TransformRegistry {
  readonly adstocks: Table;
  readonly saturations: Table;
  readonly spectra: Table;
  readonly bumps: Table;
  /** @throws {RangeError} naming the nearest kind when there is no such kind */
  adstockOf(kind: string): Transform;
  saturationOf(kind: string): Transform;
  spectrumOf(kind: string): Transform;
  bumpOf(kind: string): Transform;
}

/** Transforms to add, each made with `defineTransform`. */
export interface OwnTransforms {
  readonly adstocks?: readonly AnyTransform[];
  readonly saturations?: readonly AnyTransform[];
  readonly spectra?: readonly AnyTransform[];
  readonly bumps?: readonly AnyTransform[];
}

/**
 * A registry of this package's transforms and one's own. Nothing changes but what is returned: two registries never
 * meet, and what a spec means depends on the registry that is passed with it alone.
 *
 * @param own  transforms to add, under the kinds that they name
 * @returns    the registry
 * @throws {RangeError} that lists every kind that is taken already
 * @example
 * const passedOn = defineTransform({
 *   kind: "passed-on",
 *   title: "media passed on",
 *   parameters: {},
 *   settings: {},
 *   nonNegative: false,
 *   rule: (x) => x,
 * });
 * const { adstockOf } = registerTransforms({ adstocks: [passedOn] });
 * adstockOf("passed-on")(Float64Array.of(1, 3), {}); // => [1, 3]
 */
export function registerTransforms(own: OwnTransforms = {}): TransformRegistry {
  const faults: string[] = [];
  const extended = (noun: string, table: Table, added: readonly AnyTransform[] = []): Table => {
    const all: Record<string, AnyTransform> = { ...table };
    for (const transform of added) {
      if (Object.hasOwn(all, transform.kind))
        faults.push(
          `registerTransforms: the kind of ${noun} must be new, got "${transform.kind}". Give yours another kind.`,
        );
      all[transform.kind] = transform;
    }
    return all;
  };
  const tables = {
    adstocks: extended("an adstock", adstocks, own.adstocks),
    saturations: extended("a saturation", saturations, own.saturations),
    spectra: extended("a spectrum", spectra, own.spectra),
    bumps: extended("a bump", bumps, own.bumps),
  };
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return {
    ...tables,
    adstockOf: (kind) => transformOf("adstock", tables.adstocks, kind),
    saturationOf: (kind) => transformOf("saturation", tables.saturations, kind),
    spectrumOf: (kind) => transformOf("spectrum", tables.spectra, kind),
    bumpOf: (kind) => transformOf("bump", tables.bumps, kind),
  };
}
