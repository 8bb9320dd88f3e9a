import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Case } from "@/lib/money/case";
import { evaluateCase } from "@/lib/money/evaluate-case";
import { givenCase, givenMoney } from "@/test/given-money";
import { signatureWords } from "./signature-words";
import { signaturesOf, usedIds } from "./signatures-of";

const named = (label: RegExp) => expect.arrayContaining([expect.stringMatching(label)]);

test("an assumption several initiatives use counts once", () => {
  const money = givenMoney();
  expect(signaturesOf([money, { ...money, initiativeId: "other" }])).toEqual(signaturesOf([money]));
});

test("what a present value, full-time equivalents and learners' hours rest on has to be signed, too", () => {
  const money = givenMoney();
  const unsigned = (change: Partial<Case>, learnerRate: string | null = null) => {
    const given = { ...givenCase, ...change };
    return signaturesOf([{ ...money, learnerRate, case: given, result: evaluateCase(given, {}, 100) }]).unsigned;
  };
  const open = { ...givenCase.discountRate, value: null };
  const hours = { ...givenCase.fullTimeHours, value: null };
  expect(unsigned({})).toEqual(named(/^Discount rate/));
  expect(unsigned({ discountRate: open })).not.toEqual(named(/^Discount rate/));
  expect(unsigned({})).toEqual(named(/^Hours of a full-time year/));
  expect(unsigned({ fullTimeHours: hours })).not.toEqual(named(/^Hours of a full-time year/));
  expect(unsigned({})).not.toEqual(named(/^Years the effect lasts/));
  expect(unsigned({ years: { ...givenCase.years, value: 0.5, low: null, high: null } })).toEqual(
    named(/^Years the effect lasts/),
  );
  expect(unsigned({}, "org-persistence")).toEqual(named(/^What is left of it/));
});

test("where nothing counts there is nothing to sign", () => {
  const none = { ...givenCase, lines: givenCase.lines.map((line) => ({ ...line, unproven: "grade" as const })) };
  expect(signaturesOf([givenMoney(none)])).toMatchObject({ used: 0, signed: 0, unsigned: [] });
});

test("what the figures do not use is told apart, so that all are signed and none stands unsigned beside it", () => {
  const money = givenMoney();
  const signed = { state: "signed" as const, by: "Finn", at: "2026-11-18T10:00:00.000Z", note: null };
  const used = usedIds(money);
  const all = money.assumptions.map((one) => (used.has(one.id) ? { ...one, signature: signed } : one));
  expect(signaturesOf([{ ...money, assumptions: all }])).toMatchObject({ used: used.size, signed: used.size });
  const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
  const words = all.map((one) => signatureWords(one, formats, used.has(one.id)));
  expect(words).toContain("Signed by Finn on 18 Nov 2026");
  expect(words).toContain("Not used in these figures");
  expect(words).not.toContain("Unsigned");
  expect(signatureWords({ signature: signed }, formats, false)).toBe(
    "Signed by Finn on 18 Nov 2026; not used in these figures",
  );
});
