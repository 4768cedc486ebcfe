import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDataset, anyPanel } from "../dataset/any-dataset.contract.js";
import { checkDataset } from "./check-dataset.js";

test("any data set is checked without an exception, errors first, every issue with the data's name", () => {
  fc.assert(
    fc.property(fc.oneof(anyDataset, anyPanel), (dataset) => {
      const issues = checkDataset(dataset);
      const severities = issues.map((issue) => issue.severity);
      expect(severities).toEqual([...severities].sort());
      for (const { place, message } of issues) {
        expect(place.file).toBe(dataset.name);
        expect(message).toMatch(/^any.*: .* (?:should|must) .*, got .*[.]$/s);
      }
    }),
  );
});
