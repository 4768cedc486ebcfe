import { expect, it } from "vitest";
import { truthTable } from "./truth-table.js";

it("estimates stand beside the truth, with whether it lies inside the interval", () => {
  const row = {
    channel: "tv",
    trueRoi: 1.3,
    roi: { mean: 1.36, low: 0.99, high: 1.82 },
    trueShare: 0.045,
    share: 0.046,
  };
  const rows = [row, { ...row, channel: "print", trueRoi: 2 }];
  expect(truthTable(rows).split("\n")).toEqual([
    "         true                90 %   truth   true",
    "channel   ROI   ROI      interval  inside  share  share",
    "───────  ────  ────  ────────────  ──────  ─────  ─────",
    "tv       1.30  1.36  0.990 – 1.82     yes  4.5 %  4.6 %",
    "print    2.00  1.36  0.990 – 1.82      no  4.5 %  4.6 %",
  ]);
});
