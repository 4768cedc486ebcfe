/** Import circles between files; `import type` counts, because it binds readers all the same. */
import { importTarget } from "./import-target.js";
import type { SourceFile } from "./source-file.js";

function arrows(files: readonly SourceFile[]): Map<string, string[]> {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => [
      file.path,
      file.imports.flatMap(({ specifier }) => {
        const target = importTarget(file, specifier);
        return target.kind === "file" && known.has(target.path) ? [target.path] : [];
      }),
    ]),
  );
}

/** The circle starts at its alphabetically first file, so that each one is told once. */
function canonical(circle: readonly string[]): string {
  const first = circle.indexOf([...circle].sort()[0] as string);
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0] as string].join(" → ");
}

/** Every circle that a depth-first walk closes, as `a.ts → b.ts → a.ts`. */
export function importCircles(files: readonly SourceFile[]): string[] {
  const graph = arrows(files);
  const circles = new Set<string>();
  const finished = new Set<string>();
  const way: string[] = [];

  function walk(path: string): void {
    const start = way.indexOf(path);
    if (start >= 0) circles.add(canonical(way.slice(start)));
    if (start >= 0 || finished.has(path)) return;
    way.push(path);
    for (const next of graph.get(path) ?? []) walk(next);
    way.pop();
    finished.add(path);
  }

  for (const { path } of files) walk(path);
  return [...circles];
}
