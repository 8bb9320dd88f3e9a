import { expect, test } from "vitest";
import type { MoneyThen } from "@/lib/decisions/evidence-snapshot";
import { formatsFor } from "@/lib/format/formats";
import { moneyFacts } from "./money-facts";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const then: MoneyThen = {
  benefit: { central: 93_666, interval: [35_410, 159_236] },
  currency: "EUR",
  cost: 47_676,
  lossProbability: 0.063,
  assumptions: { used: 4, signed: 3 },
  digest: "d1",
};
const facts = (changes: Partial<MoneyThen>) => Object.fromEntries(moneyFacts({ ...then, ...changes }, formats));

test("evidence of a day is written as the initiative's page and its reports write it", () => {
  expect(facts({})).toEqual({
    "Benefit counted": "€93,700 (€35,400 to €159k)",
    Signed: "3 of 4 stated values it rests on",
    "Chance of a loss": "6%",
    Cost: "€47,700",
  });
  expect(facts({ lossProbability: 0.0004 })).toMatchObject({ "Chance of a loss": "under 1%" });
  expect(facts({ currency: "PLN" }).Cost?.replaceAll("\u00a0", " ")).toBe("PLN 47,700");
});
