import { expect, it } from "vitest";
import { mmm } from "../made-up-world.contract.js";

it("prints the schema, or writes it to a file", async () => {
  const printed = await mmm(["schema"]);
  expect([printed.code, printed.err]).toEqual([0, ""]);
  const { properties } = JSON.parse(printed.out) as { readonly properties: object };
  expect(Object.keys(properties)).toEqual(["columns", "model"]);
  const written = await mmm(["schema", "--output", "mmm.schema.json"]);
  expect([written.code, written.out, written.files["mmm.schema.json"]]).toEqual([0, "", printed.out]);
});

it("refuses a place that cannot be written", async () => {
  const { code, files } = await mmm(["schema", "-o", "a.json"], {}, { locked: { "a.json": "a folder" } });
  expect([code, files]).toEqual([2, {}]);
});
