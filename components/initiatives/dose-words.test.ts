import { expect, test } from "vitest";
import type { DoseResponse, MeasuredDose } from "@/lib/evaluation/dose-response/dose-response";
import { formatsFor } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { bendText, doseSentence, perDose } from "./dose-words";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const scale = effectScale({ code: "errors", unit: "errors" }, { transform: {} });
const term = (estimate: number, half: number, p = 0.01) => ({
  estimate,
  standard_error: half / 2,
  df: 40,
  ci: [estimate - half, estimate + half] as [number, number],
  p,
});
const measured = (more: Partial<MeasuredDose> = {}): MeasuredDose => ({
  measure: "uses",
  bins: [{ from: 0, to: 9, mean_dose: 4, n: 30, estimate: 1, ci: [0, 2], monotone: 1 }],
  slope: term(-0.4, 0.2),
  quadratic: null,
  ...more,
});
const dose = (one: MeasuredDose): Extract<DoseResponse, { status: "estimated" }> => ({
  status: "estimated",
  confidence: 0.95,
  n: 60,
  users: 50,
  measures: [one],
});
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a slope is told per use, per ten or per hour, and which way is good decides the words", () => {
  expect(plain(doseSentence(dose(measured()), "down", scale, formats))).toMatch(
    /used it more improved more: −0\.4.* errors .* per use\.$/,
  );
  expect(doseSentence(dose(measured()), "up", scale, formats)).toMatch(/used it more improved less/);
  expect(perDose(measured({ measure: "minutes" }))).toEqual({ times: 60, word: "hour" });
  expect(perDose(measured({ bins: measured().bins.map((bin) => ({ ...bin, mean_dose: 30 })) })).times).toBe(10);
});

test("a slope around zero says that use did not go with change, and none that it cannot be told", () => {
  expect(doseSentence(dose(measured({ slope: term(0.1, 0.3) })), "up", scale, formats)).toMatch(
    /^How much people used it did not go/,
  );
  expect(doseSentence(dose(measured({ slope: null })), "up", scale, formats)).toMatch(/cannot be told/);
});

test("a bend is told only where it is clear, and by whether it carries on or flattens", () => {
  expect(bendText(measured({ quadratic: term(0.02, 0.01) }))).toMatch(/flattens/);
  expect(bendText(measured({ quadratic: term(-0.02, 0.01) }))).toMatch(/steepens/);
  expect(bendText(measured({ quadratic: term(0.02, 0.1, 0.6) }))).toBeNull();
});
