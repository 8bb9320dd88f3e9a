import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { givenCase, givenMoney } from "@/test/given-money";
import { missingKinds } from "./missing-kinds";
import { spentText, waitingText } from "./spent-text";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

test("costs of which no amount is known are not a spend of nothing", () => {
  expect([spentText(0, 0, formats), spentText(0, 2, formats), spentText(900, 2, formats)]).toEqual([
    "no spend on file",
    "not known",
    "€900",
  ]);
  expect([0, 1, 2].map(waitingText)).toEqual([
    null,
    "1 cost waits for an exchange rate",
    "2 costs wait for an exchange rate",
  ]);
});

test("a kind of which a cost waits for a rate is not one nobody entered", () => {
  const money = givenMoney({ ...givenCase, costs: [] });
  expect(missingKinds(money)).toContain("platform");
  const waiting = { item: "Licence", kind: "platform" as const, amount: 9000, currency: "PLN" };
  expect(missingKinds({ ...money, unconverted: [waiting] })).not.toContain("platform");
});
