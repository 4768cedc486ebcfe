import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream, restoreStream, type RandomStream } from "../index.js";

const element = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.nat(),
);
const path = fc.array(element, { maxLength: 4 });

function take(stream: RandomStream, count: number): number[] {
  return Array.from({ length: count }, () => stream.nextUint32());
}

test("the generator gives the first numbers of the authors' xoshiro128starstar.c from state 1, 2, 3, 4", () => {
  expect(take(restoreStream([0, 0, 0, 0, 1, 2, 3, 4]), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

describe("paths", () => {
  test("a path leads to the same stream in one step or in many", () => {
    fc.assert(
      fc.property(element, path, path, (seed, first, second) => {
        const direct = randomStream(seed, ...first, ...second);
        const stepwise = [...first, ...second].reduce<RandomStream>(
          (at, step) => at.split(step),
          randomStream(seed),
        );
        const split = randomStream(seed, ...first).split(...second);
        expect(stepwise.state()).toEqual(direct.state());
        expect(split.state()).toEqual(direct.state());
      }),
    );
  });

  test("children do not depend on how many numbers their parent has drawn", () => {
    fc.assert(
      fc.property(element, path, fc.nat({ max: 50 }), (seed, child, draws) => {
        const parent = randomStream(seed);
        const early = parent.split(...child).state();
        take(parent, draws);
        expect(parent.split(...child).state()).toEqual(early);
      }),
    );
  });

  test("paths that only look alike lead elsewhere", () => {
    const paths: (string | number)[][] = [
      [],
      [1],
      ["1"],
      [1, 1],
      ["11"],
      ["1", "1"],
      [""],
      ["", ""],
      ["\0"],
      ["\0\0"],
      [0],
      [-1],
      [0.5],
      ["chain", 1],
      ["chain1"],
      ["a".repeat(8)],
      ["a".repeat(9)],
      ["a".repeat(16)],
    ];
    const seen = new Set(
      paths.map((steps) =>
        randomStream(7, ...steps)
          .state()
          .join(),
      ),
    );
    expect(seen.size).toBe(paths.length);
  });

  test("0 and −0 are one seed", () => {
    expect(randomStream(-0).state()).toEqual(randomStream(0).state());
  });

  test("a seed or step that is no finite number is refused", () => {
    expect(() => randomStream(NaN)).toThrow(
      new RangeError(
        "randomStream: seed and path numbers must be finite, got NaN. Pass a finite number or a string.",
      ),
    );
    expect(() => randomStream(1).split("chain", Infinity)).toThrow(RangeError);
  });
});

describe("state", () => {
  test("a restored stream goes on and splits as the original", () => {
    fc.assert(
      fc.property(element, path, fc.nat({ max: 50 }), (seed, steps, draws) => {
        const stream = randomStream(seed, ...steps);
        take(stream, draws);
        const copy = restoreStream(JSON.parse(JSON.stringify(stream.state())) as number[]);
        expect(copy.split("child").state()).toEqual(stream.split("child").state());
        expect(take(copy, 20)).toEqual(take(stream, 20));
      }),
    );
  });

  test.each([
    [[1, 2, 3]],
    [[0, 0, 0, 0, 0, 0, 0, 0]],
    [[0, 0, 0, 0, 1, 2, 3, -4]],
    [[0, 0, 0, 0, 1, 2, 3, 0.5]],
    [[0, 0, 0, 0, 1, 2, 3, 2 ** 32]],
  ])("%j is no state", (state) => {
    expect(() => restoreStream(state)).toThrow(
      new RangeError(
        `restoreStream: state must be eight unsigned 32-bit integers, the last four not all 0, got [${state.join(", ")}]. ` +
          "Pass what a stream's state() returned.",
      ),
    );
  });
});

describe("as random numbers", () => {
  /** Ones among the bits of 4,096 integers; 131,072 bits, standard deviation 181. */
  function ones(numbers: readonly number[]): number {
    return numbers.reduce((total, word) => total + word.toString(2).replaceAll("0", "").length, 0);
  }

  // 5.5 standard deviations: one false alarm in 26 million seeds.
  test("bits are ones half of the time, in a stream and across the first numbers of sibling streams", () => {
    expect(Math.abs(ones(take(randomStream(1), 4096)) - 65536)).toBeLessThan(5.5 * 181);
    const siblings = Array.from({ length: 4096 }, (_, k) => randomStream(1, "chain", k).nextUint32());
    expect(Math.abs(ones(siblings) - 65536)).toBeLessThan(5.5 * 181);
  });

  test("streams of neighbouring seeds and siblings do not follow each other", () => {
    const pairs = [
      [randomStream(1), randomStream(2)],
      [randomStream(1, "chain", 0), randomStream(1, "chain", 1)],
      [randomStream(1), randomStream(1).split("chain")],
    ] as const;
    for (const [a, b] of pairs) {
      const different = take(a, 4096).map((word) => (word ^ take(b, 1)[0]!) >>> 0);
      expect(Math.abs(ones(different) - 65536)).toBeLessThan(5.5 * 181);
    }
  });
});
