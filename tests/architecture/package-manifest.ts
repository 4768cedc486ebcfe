/** What a package says about itself: the dependencies it declares and the projects it references. */
import ts from "typescript";

export interface PackageManifest {
  /** Its folder under `packages/`, which is also its name behind `@mmm/`. */
  readonly directory: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** Entries beside the main one: `node` of `@mmm/sampler/node`. */
  readonly doors: readonly string[];
  /** Folders under `packages/` that its tsconfig references. */
  readonly references: readonly string[];
}

interface ManifestJson {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function packageManifest(
  directory: string,
  packageJson: string,
  tsconfigJson: string,
): PackageManifest {
  const manifest = JSON.parse(packageJson) as ManifestJson;
  const tsconfig = ts.parseConfigFileTextToJson("tsconfig.json", tsconfigJson).config as {
    readonly references?: readonly { readonly path: string }[];
  };
  return {
    directory,
    name: manifest.name,
    dependencies: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
    doors: Object.keys(manifest.exports ?? {}).flatMap((door) => (door === "." ? [] : [door.slice(2)])),
    references: (tsconfig.references ?? []).map(({ path }) => path.replace(/^\.\.\//, "")),
  };
}
