/** Names of rooms: none that would take in anything, because then everything ends up there. */
import type { SourceFile } from "./source-file.js";

const emptyNames = /^(utils?|helpers?|common|misc|core|shared|base|managers?|types|constants|interfaces)$/;

/** Files and folders under a `src` whose name says nothing about what belongs there. */
export function emptyRoomNames(files: readonly SourceFile[]): string[] {
  const rooms = new Set<string>();
  for (const { path } of files) {
    const parts = path.replace(/(\.[a-z]+)*\.ts$/, "").split("/");
    const empty = parts.findIndex((part, index) => index > 0 && emptyNames.test(part));
    if (empty >= 0)
      rooms.add(`${parts.slice(0, empty + 1).join("/")}: says nothing about what belongs there`);
  }
  return [...rooms];
}
