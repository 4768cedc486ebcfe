import { expect, test } from "vitest";
import { eventDistances } from "./event-distances.js";

test("distances count from the near end of the event, and are 0 while it lasts", () => {
  const dayNumbers = Float64Array.of(100, 103, 104, 106, 110);
  expect(eventDistances({ dayNumbers, start: 103, end: 105 })).toEqual(Float64Array.of(-3, 0, 0, 1, 5));
  expect(eventDistances({ dayNumbers, start: 104 })).toEqual(Float64Array.of(-4, -1, 0, 2, 6));
});

test("an event that ends before it starts is refused", () => {
  expect(() => eventDistances({ dayNumbers: Float64Array.of(1), start: 5, end: 4 })).toThrow(
    new RangeError(
      "eventDistances: end must not be before start, got 5 to 4. Give the last day of the event.",
    ),
  );
});
