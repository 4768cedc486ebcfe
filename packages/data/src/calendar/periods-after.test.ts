import { expect, test } from "vitest";
import { periodsAfter } from "./periods-after.js";

test("months keep their day, or end with the month where it is shorter", () => {
  const months = { periods: ["2024-10-31", "2024-11-30", "2024-12-31"], periodDays: "month" } as const;
  expect(periodsAfter(months, 3)).toEqual(["2025-01-31", "2025-02-28", "2025-03-31"]);
});

test("days go on over the end of a year, and none are none", () => {
  const days = { periods: ["2024-12-30", "2024-12-31"], periodDays: 1 } as const;
  expect(periodsAfter(days, 2)).toEqual(["2025-01-01", "2025-01-02"]);
  expect(periodsAfter(days, 0)).toEqual([]);
});
