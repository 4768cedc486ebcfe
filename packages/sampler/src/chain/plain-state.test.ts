import { describe, expect, test } from "vitest";
import { buffersOf, copyPlainState, restorePlainState } from "./plain-state.js";

describe("a state", () => {
  const shared = Float64Array.of(1, NaN, -0);
  const live = () => ({ numbers: shared.slice(), count: 3, learn: () => 1, list: [{ a: 1 }], twice: null });

  test("is copied with shared arrays shared and functions left out", () => {
    const copy = copyPlainState({ first: shared, second: { again: shared }, go: () => 1 }) as {
      first: Float64Array;
      second: { again: Float64Array };
    };
    expect(copy).toEqual({ first: shared, second: { again: shared } });
    expect(copy.first).toBe(copy.second.again);
    expect(copy.first).not.toBe(shared);
  });

  test("is restored in place, functions kept, through a structured clone", () => {
    const before = live();
    const saved = structuredClone(copyPlainState(before));
    const other = { ...live(), numbers: new Float64Array(3), count: 0, list: [] as { a: number }[] };
    const { numbers } = other;
    restorePlainState(other, saved);
    expect(other.numbers).toBe(numbers);
    expect([...numbers]).toEqual([1, NaN, -0]);
    expect([other.count, other.list, other.learn()]).toEqual([3, [{ a: 1 }], 1]);
  });

  test("restores two references to one array as two references to one", () => {
    const metric = { scale: Float64Array.of(2) };
    const saved = copyPlainState({ metric, learning: { metric } });
    const fresh = { scale: Float64Array.of(1) };
    const restored = restorePlainState({ metric: fresh, learning: { metric: fresh } }, saved);
    expect(restored).toEqual({ metric, learning: { metric } });
    expect((restored as { learning: { metric: unknown } }).learning.metric).toBe(fresh);
    // Even into a living state that has neither yet.
    const bare = restorePlainState({}, saved) as { metric: object; learning: { metric: object } };
    expect(bare.learning.metric).toBe(bare.metric);
  });

  test("replaces arrays of another length and forgets what is not saved", () => {
    const restored = restorePlainState({ a: new Float64Array(1), left: 7 }, { a: Float64Array.of(1, 2) });
    expect(restored).toEqual({ a: Float64Array.of(1, 2) });
  });

  test("names the memory of its arrays once each", () => {
    expect(buffersOf({ a: shared, b: [shared, new Int32Array(1)], c: null })).toHaveLength(2);
  });
});
