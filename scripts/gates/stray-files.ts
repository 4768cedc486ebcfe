/** Files that a package packs although no user needs them. */
export function strayFiles(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.flatMap((path) => {
    if (/\.(test|contract)\.|\.tsbuildinfo$/.test(path)) return [`packs ${path}, which serves no user`];
    const source = /^dist\/(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(path)?.[1];
    return source === undefined || all.has(`src/${source}.ts`) ? [] : [`packs ${path}, whose source is gone`];
  });
}
