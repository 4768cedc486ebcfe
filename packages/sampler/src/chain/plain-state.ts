/** Whole states as plain data: copied out of the living, and written back into it, whatever they consist of. */

/**
 * A copy of everything in `value` that is plain data: numbers, texts, lists, typed arrays, records of them. Two references to
 * one array stay two references to one copy. Functions and instances of classes are left out: whoever restores the state has made
 * them anew. So a new metric or a new adapter can be saved without a word here, as long as its state is plain.
 *
 * @returns data that survive `structuredClone`
 */
export function copyPlainState(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (isTypedArray(value)) {
    const copy = value.slice();
    seen.set(value, copy);
    return copy;
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const element of value) copy.push(copyPlainState(element, seen));
    return copy;
  }
  if (!isRecord(value)) return undefined;
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, element] of Object.entries(value)) {
    if (isState(element)) copy[key] = copyPlainState(element, seen);
  }
  return copy;
}

/**
 * Writes a saved state over a living one: arrays of the same length are filled in place, so that whoever else holds them sees it;
 * what the saved state lacks (functions, instances) stays.
 *
 * @returns `live` where it could be written over, else a copy of `saved`
 */
export function restorePlainState(live: unknown, saved: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof saved !== "object" || saved === null) return saved;
  const known = seen.get(saved);
  if (known !== undefined) return known;
  if (isTypedArray(saved)) {
    const fits = isTypedArray(live) && live.constructor === saved.constructor && live.length === saved.length;
    const restored = fits ? live : saved.slice();
    if (fits) restored.set(saved);
    seen.set(saved, restored);
    return restored;
  }
  if (Array.isArray(saved)) {
    const restored: unknown[] = [];
    const before: readonly unknown[] = Array.isArray(live) ? live : [];
    seen.set(saved, restored);
    for (const [n, element] of saved.entries()) restored.push(restorePlainState(before[n], element, seen));
    return restored;
  }
  const restored = (isRecord(live) ? live : {}) as Record<string, unknown>;
  seen.set(saved, restored);
  for (const key of Object.keys(restored))
    if (isState(restored[key]) && !(key in saved)) delete restored[key];
  for (const [key, element] of Object.entries(saved))
    restored[key] = restorePlainState(restored[key], element, seen);
  return restored;
}

/** The memory of all typed arrays in plain data, each once: what may be handed to another thread instead of copied. */
export function buffersOf(value: unknown, buffers = new Set<ArrayBuffer>()): readonly ArrayBuffer[] {
  if (isTypedArray(value)) buffers.add(value.buffer as ArrayBuffer);
  else if (typeof value === "object" && value !== null) {
    for (const element of Object.values(value)) buffersOf(element, buffers);
  }
  return [...buffers];
}

/** Those that occur in states; the interface they share. */
function isTypedArray(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function isRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isState(value: unknown): boolean {
  if (typeof value === "function") return false;
  return (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    isTypedArray(value) ||
    isRecord(value)
  );
}
