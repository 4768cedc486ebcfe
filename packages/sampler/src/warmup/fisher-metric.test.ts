import { drawNormal, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { fisherDistanceAt, identityMetric, whiten } from "../hamiltonian/metric.js";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import { addToMetric, startFisherMetric, switchWindows, updateFisherMetric } from "./fisher-metric.js";

const means = [3, -200, 0, 1e-3];
const deviations = [1e-4, 50, 1, 7];

/** Puts a draw of independent normals, and its gradient, into the point. */
function drawNormals(point: PhasePoint, stream: ReturnType<typeof randomStream>): void {
  for (let i = 0; i < means.length; i++) {
    const z = drawNormal(stream);
    point.position[i] = means[i] + deviations[i] * z;
    point.gradient[i] = -z / deviations[i];
  }
}

describe("the Fisher metric", () => {
  test("of an independent normal is exact after three draws: scale = sd, mean = mean, Fisher distance 0", () => {
    const stream = randomStream(1);
    const [point] = makePhasePoints(1, 4);
    drawNormals(point, stream);
    const metric = identityMetric(4);
    const adapter = startFisherMetric(metric, point);
    for (let n = 0; n < 2; n++) {
      drawNormals(point, stream);
      addToMetric(adapter, point);
    }
    expect(updateFisherMetric(adapter)).toBe(true);
    for (let i = 0; i < 4; i++) {
      expect(metric.scale[i] / deviations[i]).toBeCloseTo(1, 9);
      expect((metric.mean[i] - means[i]) / deviations[i]).toBeCloseTo(0, 8);
    }
    whiten(metric, point);
    expect(fisherDistanceAt(point)).toBeLessThan(1e-12);
  });

  test("starts with scale² = 1 / |gradient|, and with 1 where the gradient is 0", () => {
    const [point] = makePhasePoints(1, 3);
    point.position.set([5, 5, 5]);
    point.gradient.set([-4, 0, 1e-30]);
    const metric = identityMetric(3);
    startFisherMetric(metric, point);
    expect([...metric.scale]).toEqual([0.5, 1, 1e10]); // the variance is held below 1e20
    expect([...metric.mean]).toEqual([4, 0, 6]);
  });

  test("is not set by fewer than three draws", () => {
    const stream = randomStream(1);
    const [point] = makePhasePoints(1, 4);
    drawNormals(point, stream);
    const metric = identityMetric(4);
    const adapter = startFisherMetric(metric, point);
    addToMetric(adapter, point);
    const before = [...metric.scale];
    expect(updateFisherMetric(adapter)).toBe(false);
    expect([...metric.scale]).toEqual(before);
  });

  test("keeps a coordinate whose draws or gradients do not vary", () => {
    const [point] = makePhasePoints(1, 2);
    const metric = identityMetric(2);
    point.position.set([1, 1]);
    point.gradient.set([2, -1]);
    const adapter = startFisherMetric(metric, point);
    for (let n = 0; n < 5; n++) {
      point.position.set([n, 1]); // first: constant gradient; second: constant position
      point.gradient.set([2, n]);
      addToMetric(adapter, point);
    }
    const before = [...metric.scale];
    updateFisherMetric(adapter);
    expect([...metric.scale]).toEqual(before);
  });

  test("after a switch speaks for the background's draws alone", () => {
    const stream = randomStream(4);
    const [point] = makePhasePoints(1, 4);
    point.position.fill(1e6);
    point.gradient.fill(1e3);
    const metric = identityMetric(4);
    const adapter = startFisherMetric(metric, point);
    switchWindows(adapter);
    switchWindows(adapter); // both windows are empty of the first point now
    for (let n = 0; n < 4; n++) {
      drawNormals(point, stream);
      addToMetric(adapter, point);
    }
    updateFisherMetric(adapter);
    for (let i = 0; i < 4; i++) expect(metric.scale[i] / deviations[i]).toBeCloseTo(1, 9);
  });
});
