import { expect, test } from "vitest";
import { essBulk, essTail } from "../diagnostics/ess.js";
import { mcseMean } from "../diagnostics/mcse.js";
import { rhat } from "../diagnostics/rhat.js";
import { exampleDraws } from "../draws/example-draws.js";
import { makeDraws } from "../draws/make-draws.js";
import { selectParameter } from "../draws/select-parameter.js";
import { highestDensityInterval } from "../intervals/highest-density-interval.js";
import { summarizeDraws } from "./summarize-draws.js";

test("a row says what the single functions say", () => {
  const x = selectParameter(exampleDraws(), "roi", { channel: "search" });
  const row = summarizeDraws(exampleDraws())[3];
  expect(row).toMatchObject({
    parameter: "roi[search]",
    rhat: rhat(x),
    essBulk: essBulk(x),
    essTail: essTail(x),
    mcseMean: mcseMean(x),
  });
});

test("the example's roi of search: median 2.1, 90 % interval 2.1 · exp(± 0.3 · 1.645), within 4 standard errors", () => {
  const { median, low, high, mean, sd, mad } = summarizeDraws(exampleDraws())[3];
  expect(Math.abs(median - 2.1)).toBeLessThan(0.12);
  expect(Math.abs(low - 1.282)).toBeLessThan(0.12);
  expect(Math.abs(high - 3.44)).toBeLessThan(0.3);
  expect(Math.abs(mean - 2.197)).toBeLessThan(0.1);
  expect(Math.abs(sd - 0.674)).toBeLessThan(0.1);
  expect(Math.abs(mad - 0.63)).toBeLessThan(0.1); // 2.1 · (exp(± 0.3 · z) − 1) covers half at ± 0.425 · 1.4826
});

test("the kind of interval can be chosen", () => {
  const { values } = selectParameter(exampleDraws(), "noise");
  const row = summarizeDraws(exampleDraws(), { interval: 0.5, intervalKind: "highest-density" })[4];
  expect({ low: row.low, high: row.high }).toEqual(highestDensityInterval(values, 0.5));
});

test("one NaN leaves a row of NaN, and the other rows as they were", () => {
  const draws = exampleDraws();
  const values = draws.parameters[0].values.slice();
  values[17] = NaN;
  const broken = makeDraws({
    ...draws,
    parameters: [{ ...draws.parameters[0], values }, ...draws.parameters.slice(1)],
  });
  const [first, ...others] = summarizeDraws(broken);
  const { parameter, ...numbers } = first;
  expect(parameter).toBe("intercept");
  expect(Object.values(numbers).every(Number.isNaN)).toBe(true);
  expect(others).toEqual(summarizeDraws(draws).slice(1));
});
