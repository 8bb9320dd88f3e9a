import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { linePath } from "./sparkline";
import { trendData, trendExtent, trendTable } from "./trend-rows";
import type { TrendSeries } from "./trend-types";

const trained: TrendSeries = {
  id: "t",
  label: "Trained",
  arm: "trained",
  values: [{ value: 0.05, interval: [0.04, 0.06] }, null],
};
const numbers = {
  periods: ["Sep 2026", "Oct 2026"],
  series: [trained],
  unit: "share",
  counterfactual: { label: "Without", values: [null, 0.07] },
};

test("the table beside a trend holds every number that is drawn, and nothing where none is", () => {
  const { columns, rows } = trendTable(numbers, formatsFor({ locale: "en-GB", currency: "EUR" }));
  expect(columns.map(({ header }) => header)).toEqual(["Period", "Trained", "Without"]);
  expect(rows.map(({ cells }) => cells)).toMatchObject([
    { t: { text: "5.0% (4.0 to 6.0)", sort: 0.05 }, counterfactual: null },
    { t: null, counterfactual: { text: "7.0%" } },
  ]);
});

test("a missing figure breaks the line instead of falling to zero", () => {
  expect(trendData(numbers)[1]).toMatchObject({ t_value: null, t_band: null, counterfactual: 0.07 });
  expect(trendExtent(numbers)).toEqual([0.05, 0.04, 0.06, 0.07]);
  expect(
    linePath(
      [1, 2, null, 3, null, 4, 5],
      (x) => x,
      (y) => y,
    ),
  ).toBe("M0.0 1.0L1.0 2.0M3.0 3.0h0.1M5.0 4.0L6.0 5.0");
});
