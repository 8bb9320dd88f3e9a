import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { givenCase, givenMoney } from "@/test/given-money";
import { missingCosts } from "./missing-costs";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const said = (money: ReturnType<typeof givenMoney>) => missingCosts(money, formats).join(" ").replaceAll("\u00a0", " ");
const complete = givenMoney({
  ...givenCase,
  costs: [
    ...givenCase.costs,
    { id: "c5", item: "Planning", kind: "administration", amount: 0, every: "once", months: null, hours: null },
  ],
});

test("what is in no cost is named: amounts that wait for a rate, and kinds nobody entered", () => {
  expect(said(complete)).toBe("");
  expect(said(givenMoney())).toBe("Not every kind of cost is on file: nothing for administration.");
  const waiting = { item: "Workshop in Poznań", kind: "facilitation" as const, amount: 7400, currency: "PLN" };
  expect(said({ ...complete, unconverted: [waiting] })).toBe(
    "Left out: Workshop in Poznań (PLN 7,400), in a currency without a rate. The cost is higher than it says.",
  );
  expect(said({ ...complete, unconverted: Array(5).fill(waiting) })).toContain("and 2 more");
});

test("what waits for a rate is entered: its kind is not missing", () => {
  const waiting = { item: "Planning", kind: "administration" as const, amount: 900, currency: "PLN" };
  expect(said({ ...givenMoney(), unconverted: [waiting] })).not.toContain("Not every kind");
});
