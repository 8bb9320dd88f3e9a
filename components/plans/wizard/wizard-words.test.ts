import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Judged } from "@/lib/plans/wizard/judge-designs";
import type { Subject } from "@/lib/plans/wizard/read-wizard";
import { amountText, lotsText, methodWords, moneyText, timeText, wayOf } from "./wizard-words";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const kpi: Subject["kpi"] = {
  code: "defects",
  name: "Defects",
  unit: "share of pieces",
  direction: "down",
  layer: "in_work",
  kind: "ratio",
  valuePerUnit: 10,
  currency: "USD",
};
const judged = { design: "phased", lots: { treated: 12, control: 0, byTeam: true, available: 12 } } as Judged;
const money: Subject["money"] = { valuePerUnit: 10, kpiKind: "ratio", volume: 100, carriers: 50, period: "month" };
const subject = { kpi, level: "person", kind: "month", after: 3, every: 1, money, chosen: judged } as Subject;

test("an effect is written in the unit the KPI is shown in, and goes the way that is wanted or feared", () => {
  expect(amountText(kpi, formats, 0.0123)).toBe("1.2\u00a0points");
  expect(amountText({ ...kpi, unit: "minutes per contact" }, formats, 0.5)).toBe("0.5\u00a0minutes per contact");
  expect([wayOf(kpi, "better"), wayOf(kpi, "not_worse")]).toEqual(["fall", "rise"]);
});

test("money is in the currency of the KPI, and unknown where it is", () => {
  expect(moneyText(subject, 0.01, formats)).toBe("US$6k a year for the 50 people chosen");
  const without = (change: Partial<Subject["money"]>) =>
    moneyText({ ...subject, money: { ...money, ...change } }, 0.01, formats);
  expect(without({ valuePerUnit: null })).toBe("unknown, because the KPI has no value per unit");
  expect(without({ kpiKind: "mean" })).toBe("unknown, because nobody counts how often it arises");
});

test("who and how long are said as the design counts them", () => {
  expect(lotsText(judged, 3, formats)).toBe("12 teams in 3 waves");
  expect(
    lotsText(
      { ...judged, design: "randomised", lots: { treated: 5, control: 4, byTeam: false, available: 9 } },
      3,
      formats,
    ),
  ).toBe("9 people (5 trained, 4 not)");
  expect(timeText(subject, { weeks: 12, every: 4 }, formats)).toBe("4 weeks from wave to wave (1 whole month)");
  expect(timeText({ ...subject, chosen: { ...judged, design: "randomised" } }, { weeks: 12, every: 4 }, formats)).toBe(
    "12 weeks (3 whole months)",
  );
});

test("every method of a rehearsal is described", () => {
  for (const method of [
    "plan_two_means_ancova",
    "plan_clusters_ancova",
    "plan_roll_out_rehearsed",
    "plan_clusters_change",
    "plan_two_means_change",
    "plan_segmented",
  ]) {
    expect(methodWords[method]?.assumption).toMatch(/\.$/);
  }
});
