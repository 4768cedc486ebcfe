import { expect, test } from "vitest";
import { exampleDataset } from "./example-dataset.js";
import { selectChannel, totalSpend } from "./select-channel.js";

test("a channel is found by its exact name", () => {
  expect(selectChannel(exampleDataset(), "search").exposure?.name).toBe("search_clicks");
});

test("a misspelt channel is told with the channels there are and the nearest", () => {
  expect(() => totalSpend(exampleDataset(), "serach")).toThrow(
    '1 error\nerror: example, channel "serach": must be a channel of the data set, got "serach" (tv, search, social). Did you mean "search"? [data.unknown-channel]',
  );
  expect(() => selectChannel(exampleDataset(), "radio")).toThrow("(tv, search, social). Choose one of them.");
});

test("total spend is the sum over the periods", () => {
  const spend = exampleDataset().channels[0]!.spend;
  expect(totalSpend(exampleDataset(), "tv")).toBe(spend.reduce((total, value) => total + value, 0));
});
