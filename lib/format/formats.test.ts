import fc from "fast-check";
import { expect, test } from "vitest";
import { formatsFor } from "./formats";
import { decimalsOf } from "./interval";

const gb = formatsFor({ locale: "en-GB", currency: "EUR" });
const de = formatsFor({ locale: "de-DE", currency: "EUR" });

test("an interval is written with the decimals it can carry", () => {
  expect(gb.estimate(1.4, [0.6, 2.2], "count")).toBe("1.4 (0.6 to 2.2)");
  expect(gb.estimate(0.42, [0.31, 0.53], "levels")).toBe("0.42\u00a0levels (0.31 to 0.53)");
  expect(gb.effect(-0.006, [-0.01, -0.002], "share")).toBe("−0.6\u00a0points (−1.0 to −0.2)");
  expect(gb.effect(1234.5, [1100, 1369], "money")).toBe("+€1,235 (€1,100 to €1,369)");
});

test("a minus is U+2212, and a rounded zero carries no sign", () => {
  expect(gb.number(-3.5)).toBe("−3.5");
  expect(gb.number(-0.001, { decimals: 1 })).toBe("0.0");
  expect(gb.change(-0.0001, "share")).toBe("0.0\u00a0points");
  expect(gb.money(-1200)).toBe("−€1,200");
});

test("headlines carry three significant digits, tables all of them", () => {
  expect(gb.figure(12_345)).toBe("12,300");
  expect(gb.figure(1_239_000)).toBe("1.24m");
  expect(gb.figure(0.42)).toBe("0.42");
  expect(gb.number(12_345.678)).toBe("12,345.678");
});

test("shares are shown in per cent, differences of shares in points", () => {
  expect(gb.percent(0.643)).toBe("64.3%");
  expect(gb.points(0.09)).toBe("+9.0\u00a0points");
  expect(gb.effect(0.01, [-0.06, 0.09], "share")).toBe("+1\u00a0point (−6 to 9)");
  expect(gb.effect(-0.01, [-0.06, 0.09], "share")).toBe("−1\u00a0point (−6 to 9)");
  expect(gb.measure(1, "share", { decimals: 0 })).toBe("100%");
});

test("units always stand with their number, except a plain count", () => {
  expect(gb.measure(3.456, "errors per 100")).toBe("3.46\u00a0errors per 100");
  expect(gb.measure(1200, "people")).toBe("1,200\u00a0people");
  expect(gb.measure(1200, "count")).toBe("1,200");
  expect(gb.measure(12.5, "%")).toBe("12.50%");
});

test("the language of the organisation decides separators", () => {
  expect(de.number(1234.5)).toBe("1.234,5");
  expect(de.date("2026-10-31")).toBe("31. Oktober 2026");
});

test("days and moments are those of UTC, wherever the reader is", () => {
  expect(gb.date("2026-10-31")).toBe("31 October 2026");
  expect(gb.shortDate("2026-03-01")).toBe("1 Mar 2026");
  expect(gb.moment("2026-10-31T23:59:00Z")).toBe("31 Oct 2026, 23:59 UTC");
  expect(gb.month("2026-10-01")).toBe("Oct 2026");
});

test("periods are named after what they hold", () => {
  expect(gb.period("quarter", "2026-07-01")).toBe("Q3 2026");
  expect(gb.period("quarter", "2026-12-31")).toBe("Q4 2026");
  expect(gb.period("year", "2026-07-01")).toBe("2026");
});

test("ages and durations are in the unit one would say", () => {
  expect(gb.age("2026-10-31T10:00:00Z", "2026-10-31T10:04:30Z")).toBe("4 minutes ago");
  expect(gb.age("2026-10-31T10:00:00Z", "2026-10-31T10:00:30Z")).toBe("just now");
  expect(gb.duration(45)).toBe("45\u00a0s");
  expect(gb.duration(59.7)).toBe("60\u00a0s");
  expect(gb.duration(12_000)).toBe("3\u00a0h 20\u00a0min");
});

test("what is not a number is never shown as one", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => gb.number(value)).toThrow(TypeError);
    expect(() => gb.measure(value, "share")).toThrow(TypeError);
  }
  expect(() => gb.date("soon")).toThrow(TypeError);
});

test("rounding moves an end of an interval by at most a sixth of its half-width", () => {
  const end = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(end, fc.double({ min: 0.001, max: 1000, noNaN: true }), (low, width) => {
      const high = low + width;
      const decimals = decimalsOf([low, high]);
      const rounded = Number(high.toFixed(decimals));
      expect(Math.abs(rounded - high)).toBeLessThanOrEqual((high - low) / 2 / 5.99 + 1e-9);
    }),
  );
});
