import { expect, it } from "vitest";
import {
  formatCount,
  formatInterval,
  formatNumber,
  formatProbability,
  formatShare,
} from "./format-number.js";

it("numbers have three significant digits, thousands apart, and their unit from a million on", () => {
  const shown = [0, 0.000123, 0.0123, 0.123, 1.234, 12.34, 123.4, 1234, 123_456, 6_552_003, 2.5e9, 7e12];
  expect(shown.map(formatNumber)).toEqual([
    "0",
    "0.00012",
    "0.0123",
    "0.123",
    "1.23",
    "12.3",
    "123",
    "1,234",
    "123,456",
    "6.55 M",
    "2.50 B",
    "7.00 T",
  ]);
});

it("rounding up moves a number to where it then belongs", () => {
  expect([0.09996, 0.9996, 9.996, 99.96, 999.6, 999_600, 999_960_000].map(formatNumber)).toEqual([
    "0.100",
    "1.00",
    "10.0",
    "100",
    "1,000",
    "1.00 M",
    "1.00 B",
  ]);
});

it("exponents appear only where nothing else can be read", () => {
  expect([1e-9, -3.39e-11, 1e15, -2e20].map(formatNumber)).toEqual([
    "1.00e-9",
    "-3.39e-11",
    "1.00e+15",
    "-2.00e+20",
  ]);
});

it("what is no number is shown as such, and a minus stands before thousands", () => {
  expect([NaN, Infinity, -Infinity, -1234, -0.5, -0].map(formatNumber)).toEqual([
    "–",
    "∞",
    "-∞",
    "-1,234",
    "-0.500",
    "0",
  ]);
});

it("counts are whole", () => {
  expect([6, 71.6, 107_394, NaN].map(formatCount)).toEqual(["6", "72", "107,394", "–"]);
});

it("shares have one decimal and no negative zero", () => {
  expect([0.046, 1, -0.0001, -0.32, NaN].map(formatShare)).toEqual([
    "4.6 %",
    "100.0 %",
    "0.0 %",
    "-32.0 %",
    "–",
  ]);
});

it("a probability is shown as it was given", () => {
  expect([0.9, 0.5, 0.995, 0.57].map(formatProbability)).toEqual(["90 %", "50 %", "99.5 %", "57 %"]);
});

it("an interval shows both ends in the format of its column", () => {
  expect(formatInterval({ low: 0.43, high: 3.16 })).toBe("0.430 – 3.16");
  expect(formatInterval({ low: 0.43, high: 0.5 }, formatShare)).toBe("43.0 % – 50.0 %");
});
