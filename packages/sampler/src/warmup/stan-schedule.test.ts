import { expect, test } from "vitest";
import { stanSchedule } from "./stan-schedule.js";

test("Stan's windows of 1000 and 500 draws end where Stan's end", () => {
  expect(stanSchedule(1000)).toEqual({ start: 75, ends: [100, 150, 250, 450, 950] });
  expect(stanSchedule(500)).toEqual({ start: 75, ends: [100, 150, 250, 450] });
});

test("short warm-ups have one window of three quarters, very short ones none", () => {
  expect(stanSchedule(100)).toEqual({ start: 15, ends: [90] });
  expect(stanSchedule(150)).toEqual({ start: 75, ends: [100] });
  expect(stanSchedule(19)).toEqual({ start: 19, ends: [] });
});
