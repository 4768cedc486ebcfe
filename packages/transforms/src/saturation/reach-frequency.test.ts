import { axis, constant } from "@mmm/autodiff";
import { describe, expect, test } from "vitest";
import { geometricAdstock } from "../adstock/geometric-adstock.js";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { reachFrequency } from "./reach-frequency.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("reach and frequency", () => {
  saturationContract({
    transform: saturationOf("reach-frequency"),
    examples: [
      { halfFrequency: 2, slope: 1 },
      { halfFrequency: 1.2, slope: 3 },
      { halfFrequency: 6, slope: 0.7 },
    ],
    concave: true,
  });
});

const reference = readReference("./reach-frequency.reference.json", import.meta.url);

describe("against Meridian, which takes the adstock of it", () => {
  peersContract({
    reference,
    value: ({ params }, reach) => {
      const parameters = { halfFrequency: Number(params.ec), slope: Number(params.slope) };
      const contacts = reachFrequency(reach, { frequency: reference.inputs.frequency!, ...parameters });
      const settings = { window: Number(params.max_lag) + 1 };
      return geometricAdstock(contacts, { retention: Number(params.alpha) }, settings);
    },
  });
});

describe("a frequency that does not fit", () => {
  const reach = Float64Array.of(1, 2);
  const others = { halfFrequency: 1, slope: 1 };

  test.each([
    [[1], "be as long as the media (2), got 1"],
    [[1, -1], "be ≥ 0 and finite, got -1 in period 2"],
    [NaN, "be ≥ 0 and finite, got NaN"],
  ])("%j is refused", (frequency, fault) => {
    expect(() => reachFrequency(reach, { frequency, ...others })).toThrow(
      new RangeError(
        `reach and frequency: series "frequency" must ${fault}. Give the average number of contacts of a person reached.`,
      ),
    );
  });

  test("none at all is refused", () => {
    expect(() => saturationOf("reach-frequency")(reach, others)).toThrow(
      'reach and frequency: series "frequency" must be given, got nothing.',
    );
  });
});

test("every row has its own frequency, or all share one", () => {
  const [channel, week] = [axis("channel", 2), axis("week", 2)];
  const reach = constant([1, 1, 2, 2], [channel, week]);
  const own = reachFrequency(reach, {
    frequency: constant([1, 3, 3, 1], [channel, week]),
    halfFrequency: 1,
    slope: 1,
  });
  const shared = reachFrequency(reach, { frequency: [1, 3], halfFrequency: 1, slope: 1 });
  for (const y of [own, shared]) expect(y.axes).toEqual([channel, week]);
});

priorsContract(reachFrequency);
