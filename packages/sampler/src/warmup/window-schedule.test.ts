import { describe, expect, test } from "vitest";
import { startSchedule, updateSchedule } from "./window-schedule.js";

/** The draws after which the windows switch, if every draw is good; the first point is in both windows from the start. */
function switchesOf(length: number): number[] {
  let schedule = startSchedule(length);
  let background = 1;
  const switches: number[] = [];
  for (let draw = 0; draw < schedule.metricEnd; draw++) {
    background++;
    const update = updateSchedule(schedule, draw, background);
    schedule = update.schedule;
    if (!update.switches) continue;
    switches.push(draw);
    background = 0;
  }
  return switches;
}

describe("the window schedule", () => {
  test("of 400 draws: early until 120, metric until 340, every ten draws, then one main window of 80", () => {
    const { earlyEnd, metricEnd } = startSchedule(400);
    expect([earlyEnd, metricEnd]).toEqual([120, 340]);
    const switches = switchesOf(400);
    expect(switches.slice(0, 4)).toEqual([8, 18, 28, 38]);
    expect(switches.slice(-2)).toEqual([118, 198]);
  });

  test("main windows grow by half, and the last is kept where no other would fit", () => {
    const switches = switchesOf(1000);
    const { earlyEnd, metricEnd } = startSchedule(1000);
    const main = switches.filter((draw) => draw >= earlyEnd);
    expect([earlyEnd, metricEnd]).toEqual([300, 850]);
    expect(main.map((draw, i) => draw - (i === 0 ? 298 : main[i - 1]))).toEqual([80, 120]);
    // The window of 180 is full at 678, but the one after it would need 270 and end at 948, after the metric's end.
    expect(main[main.length - 1]).toBe(498);
  });

  test("is late as soon as no further window fits", () => {
    const schedule = { ...startSchedule(400), window: 80 };
    expect(updateSchedule(schedule, 220, 5).late).toBe(false);
    expect(updateSchedule(schedule, 221, 5).late).toBe(true);
  });

  test("a background that is longer than the first main window sets that window", () => {
    const { schedule, switches } = updateSchedule(startSchedule(1000), 300, 95);
    expect(switches).toBe(true);
    expect(schedule.window).toBe(143); // 1.5 × 95
  });

  test("a short warm-up has no main switch, an empty one nothing at all", () => {
    expect(switchesOf(60)).toEqual([8]);
    expect(switchesOf(0)).toEqual([]);
  });
});
