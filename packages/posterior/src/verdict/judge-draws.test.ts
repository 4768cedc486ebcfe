import { describe, expect, test } from "vitest";
import { autoregressiveChains } from "../chains/any-chains.contract.js";
import type { Chains } from "../chains/chains.js";
import { combineDraws } from "../draws/combine-draws.js";
import type { Draws, SampleStatistics } from "../draws/draws.js";
import { exampleDraws } from "../draws/example-draws.js";
import { makeDraws } from "../draws/make-draws.js";
import { thinDraws } from "../draws/thin-draws.js";
import { formatVerdict } from "./format-verdict.js";
import { judgeDraws } from "./judge-draws.js";
import type { Check, CheckName } from "./verdict.js";

/** Draws of the given scalars; statistics as of a sampler without trouble, but for what is given. */
function drawsOf(
  scalars: Readonly<Record<string, Chains>>,
  statistics: Partial<SampleStatistics> = {},
): Draws {
  const { chains, draws } = Object.values(scalars)[0];
  const count = chains * draws;
  const calm = autoregressiveChains(99, { chains, draws });
  return makeDraws({
    chains,
    draws,
    parameters: Object.entries(scalars).map(([name, { values }]) => ({ name, axes: [], values })),
    statistics: {
      logDensity: calm.values,
      energy: calm.values,
      acceptance: new Float64Array(count).fill(0.8),
      stepSize: new Float64Array(count).fill(0.5),
      treeDepth: new Int32Array(count).fill(3),
      leapfrogs: new Int32Array(count).fill(7),
      divergent: new Uint8Array(count),
      maxTreeDepth: 10,
      warmupLeapfrogs: 0,
      ...statistics,
    },
  });
}

const good = autoregressiveChains(1, { chains: 4, draws: 1000 });

function checkOf(name: CheckName, ...judged: Parameters<typeof judgeDraws>): Check {
  const found = judgeDraws(...judged).checks.find((check) => check.name === name);
  if (found === undefined) throw new Error(`no check ${name}`);
  return found;
}

function failing(draws: Draws): readonly CheckName[] {
  return judgeDraws(draws)
    .checks.filter((check) => !check.passed)
    .map((check) => check.name);
}

describe("judgeDraws", () => {
  test("trusts the example", () => {
    expect(failing(exampleDraws())).toEqual([]);
    expect(judgeDraws(exampleDraws()).trustworthy).toBe(true);
  });

  test("one chain is not trusted, however good", () => {
    const draws = drawsOf({ x: autoregressiveChains(1, { chains: 1, draws: 4000 }) });
    expect(failing(draws)).toEqual(["chains"]);
    expect(judgeDraws(draws).trustworthy).toBe(false);
  });

  test("names a scalar that is not finite, and judges the others", () => {
    const values = good.values.slice();
    values[5] = -Infinity;
    const draws = drawsOf({ fine: good, broken: { ...good, values } });
    expect(failing(draws)).toEqual(["finite"]);
    expect(checkOf("finite", draws)).toMatchObject({ value: 1, worst: "broken" });
  });

  test("a stuck chain is found by number", () => {
    const values = good.values.map((value, i) => (Math.floor(i / 1000) === 2 ? 0.5 : value));
    const stuck = { ...good, values };
    const draws = drawsOf({ x: stuck }, { logDensity: values, energy: values });
    expect(checkOf("moving", draws)).toMatchObject({ passed: false, value: 1, worst: "chain 3" });
    expect(checkOf("ebfmi", draws)).toMatchObject({ passed: false, worst: "chain 3" });
  });

  test("a scalar that is fixed by the model is remarked, not failed", () => {
    const fixed = { ...good, values: new Float64Array(4000).fill(2) };
    const draws = drawsOf({ x: good, fixed });
    expect(judgeDraws(draws).trustworthy).toBe(true);
    expect(checkOf("moving", draws).advice).toBe("The same in all draws, so without a diagnosis: fixed.");
  });

  test("a rare yes-or-no that one chain never saw does not make that chain stuck", () => {
    const rare = { ...good, values: good.values.map((value, i) => (i < 3000 && value > 2 ? 1 : 0)) };
    expect(checkOf("moving", drawsOf({ x: good, rare })).passed).toBe(true);
  });

  test("when nothing moves at all, every chain is stuck", () => {
    const still = { ...good, values: new Float64Array(4000).fill(2) };
    const draws = drawsOf({ still }, { logDensity: still.values });
    expect(checkOf("moving", draws)).toMatchObject({ passed: false, value: 4 });
    expect(checkOf("rhat", draws)).toMatchObject({ passed: false, value: NaN });
    expect(judgeDraws(draws).trustworthy).toBe(false);
  });

  test("chains apart are told by name, worst first, with the advice that more draws do not help", () => {
    const apart = (by: number): Chains => ({
      ...good,
      values: good.values.map((value, i) => value + by * Math.floor(i / 1000)),
    });
    const check = checkOf("rhat", drawsOf({ a: apart(0.2), b: apart(1), fine: good }));
    expect(check.passed).toBe(false);
    expect(check.worst).toMatch(/^b 1\.\d+, a 1\.\d+$/);
    expect(check.advice).toMatch(
      /^The chains give different answers for b\. More draws will not settle that/,
    );
  });

  test("a log density that differs between chains fails, although every parameter agrees", () => {
    const logDensity = good.values.map((value, i) => value + (i < 1000 ? 2 : 0));
    expect(checkOf("rhat", drawsOf({ x: good }, { logDensity })).worst).toMatch(/^log density/);
  });

  test("a log density that was not recorded is not held against the draws", () => {
    const logDensity = new Float64Array(4000).fill(NaN);
    expect(judgeDraws(drawsOf({ x: good }, { logDensity })).trustworthy).toBe(true);
  });

  test("slow chains get the number of draws that they need", () => {
    const slow = autoregressiveChains(3, { chains: 4, draws: 1000, rho: 0.9 });
    const check = checkOf("essBulk", drawsOf({ slow }));
    expect(check.passed).toBe(false);
    const needed = Math.ceil((1.2 * 1000 * 400) / check.value / 500) * 500;
    expect(check.advice).toBe(
      `Run ${Math.floor(needed / 1000)},${String(needed % 1000).padStart(3, "0")} draws per chain instead of 1,000.`,
    );
  });

  test("hopelessly slow chains are not sent on a longer run", () => {
    const slow = autoregressiveChains(3, { chains: 4, draws: 1000, rho: 0.9995 });
    expect(checkOf("essBulk", drawsOf({ slow })).advice).toMatch(/^Draws are almost copies of one another/);
  });

  test("more chains must bring more effective draws", () => {
    expect(checkOf("essTail", exampleDraws()).threshold).toBe(400);
    expect(checkOf("essTail", combineDraws([exampleDraws(), exampleDraws()])).threshold).toBe(800);
  });

  test("too few draws to diagnose have not passed", () => {
    const draws = drawsOf({ x: autoregressiveChains(1, { chains: 4, draws: 3 }) });
    expect(failing(draws)).toEqual(["rhat", "essBulk", "essTail"]);
    expect(checkOf("essBulk", draws).advice).toBe(
      "There are too few draws to tell. Run 1,000 draws per chain.",
    );
  });
});

describe("divergences", () => {
  const withDivergences = (count: number): Draws =>
    drawsOf(
      { x: good },
      { divergent: new Uint8Array(4000).map((_, i) => (i % 7 === 0 && i / 7 < count ? 1 : 0)) },
    );

  test("a single one is enough to fail, and the advice says what settles it", () => {
    const check = checkOf("divergences", withDivergences(1));
    expect(check).toMatchObject({ passed: false, value: 1, threshold: 0 });
    expect(check.advice).toBe(
      "1 divergent transition of 4,000 (0.025 %): perhaps false alarms, perhaps a region that was missed. Raise target " +
        "acceptance to 0.95 and run again; if they vanish and the results stay the same, they were false alarms.",
    );
    expect(judgeDraws(withDivergences(1)).trustworthy).toBe(false);
  });

  test("more of them change the advice", () => {
    expect(checkOf("divergences", withDivergences(20)).advice).toMatch(
      /^20 divergent transitions of 4,000 \(0.5 %\)\. Raise target acceptance to 0\.95\./,
    );
    expect(checkOf("divergences", withDivergences(100)).advice).toMatch(
      /^100 divergent transitions of 4,000 \(2.5 %\), so results miss a part of the posterior\./,
    );
  });

  test("explained ones pass when declared, and the verdict keeps the number", () => {
    const check = checkOf("divergences", withDivergences(3), { divergences: 3 });
    expect(check).toMatchObject({ passed: true, value: 3, threshold: 3 });
    expect(check.advice).toBe("3 divergent transitions of 4,000 (0.075 %), declared as explained.");
    expect(checkOf("divergences", withDivergences(4), { divergences: 3 }).passed).toBe(false);
  });

  test("the place where they gather is named, and no place when they lie anywhere", () => {
    const scale = autoregressiveChains(7, { chains: 4, draws: 1000 });
    const divergent = Uint8Array.from(scale.values, (value) => (value < -2.2 ? 1 : 0));
    expect(checkOf("divergences", drawsOf({ x: good, scale }, { divergent })).worst).toBe(
      "low values of scale",
    );
    expect(checkOf("divergences", withDivergences(40)).worst).toBeUndefined();
  });
});

describe("energies and trees", () => {
  test("a slow energy fails with its chain", () => {
    const energy = good.values.slice();
    energy.set(autoregressiveChains(2, { chains: 1, draws: 1000, rho: 0.95 }).values, 1000);
    expect(checkOf("ebfmi", drawsOf({ x: good }, { energy }))).toMatchObject({
      passed: false,
      worst: "chain 2",
    });
  });

  test("thinned draws lack what must be judged, and say so", () => {
    const check = checkOf("ebfmi", thinDraws(exampleDraws(), 2));
    expect(check.passed).toBe(false);
    expect(check.advice).toMatch(/^Energies are missing, as after thinning/);
  });

  test("trees cut short cost time, not trust", () => {
    const treeDepth = new Int32Array(4000).map((_, i) => (i % 10 === 0 ? 10 : 4));
    const verdict = judgeDraws(drawsOf({ x: good }, { treeDepth }));
    expect(verdict.trustworthy).toBe(true);
    expect(verdict.checks.at(-1)).toMatchObject({
      name: "treeDepth",
      passed: false,
      kind: "efficiency",
      value: 0.1,
    });
    expect(formatVerdict(verdict)[0]).toBe("Trustworthy, but wasteful: 1 of 9 checks failed.");
  });
});
