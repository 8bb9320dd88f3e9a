import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { statedRange, statedText, unstatedText } from "@/lib/roi/results/stated-text";
import { amountText, improvementText, kindName, rangeText } from "./money-words";
import { typedNumber, writtenNumber } from "./typed-number";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const kpi = { id: "k", code: "k", name: "Defects", unit: "share of pieces", direction: "down" } as const;
test("a figure is written with the range of its draws", () => {
  expect(rangeText({ central: 10, interval: [-5, 20] }, (value) => `${value}`)).toBe("10 (-5 to 20)");
});

test("shares are written in per cent, ranges with open ends, and kinds by name", () => {
  expect(statedText(0.5, "share", formats)).toBe("50%");
  expect(statedText(0.08, "share a year", formats)).toBe("8% a year");
  expect([unstatedText("years"), unstatedText("volume")]).toEqual(["not stated: one year counts", "not stated"]);
  expect(statedText(1482.4, "per person and year", formats)).toBe("1,482 per person and year");
  expect([statedText(1, "years", formats), statedText(2, "years", formats)]).toEqual(["1 year", "2 years"]);
  expect(statedRange({ low: 0.3, high: null, unit: "share" }, formats)).toBe("30% to no more");
  expect(statedRange({ low: null, high: null, unit: "" }, formats)).toBe("");
  expect(kindName(null)).toBe("Without a kind");
});

test("an improvement says which way it went, in the KPI's unit", () => {
  expect(improvementText(0.006, kpi, formats)).toMatch(/^better by 0.6.points$/);
  expect(improvementText(-1.5, { ...kpi, unit: "minutes" }, formats)).toMatch(/^worse by 1.5.minutes$/);
  expect(amountText(0.006, kpi, formats)).toMatch(/^0.6.points$/);
});

test("a signature says whose it is, and whether it still fits", () => {
  const signature = (state: AssumptionState["signature"]["state"]) =>
    signatureWords({ signature: { state, by: "Finn", at: "2026-11-22T10:00:00.000Z", note: null } }, formats);
  expect(signature("signed")).toBe("Signed by Finn on 22 Nov 2026");
  expect(signature("changed")).toBe("Changed since signed by Finn on 22 Nov 2026");
  expect(signature("unsigned")).toBe("Unsigned");
});

test("what may be thousands or decimals is no number, so that nothing is wrong a thousandfold", () => {
  expect(["4,800", "12,500", "1,23,456", "1.2,3.4"].map(typedNumber)).toEqual(Array(4).fill(Number.NaN));
});

test("numbers are typed with either decimal mark; nothing is null and words are no number", () => {
  expect([typedNumber("1 200,5"), typedNumber("0.35"), typedNumber(" "), typedNumber("many")]).toEqual([
    1200.5,
    0.35,
    null,
    Number.NaN,
  ]);
  const pasted = ["1.234,50", "1,234.50", "1.234.567", "-1,234,567", "1’200", "0,125", "4800.50"];
  expect(pasted.map(typedNumber)).toEqual([1234.5, 1234.5, 1234567, -1234567, 1200, 0.125, 4800.5]);
  expect([writtenNumber(1 / 60), writtenNumber(null)]).toEqual(["0.0166666666667", ""]);
});
