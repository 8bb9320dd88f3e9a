import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { givenCase, givenMoney } from "@/test/given-money";
import { moneyFigures } from "./money-figures";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const against = ["net", "roi", "loss", "payback", "present_value"];

test("against a spend nobody knows nothing is gained or lost", () => {
  const free = givenMoney({ ...givenCase, costs: [] });
  const waiting = { item: "Licence", kind: "platform" as const, amount: 9000, currency: "PLN" };
  const shown = (money: typeof free) => {
    const figures = moneyFigures(money, formats);
    return against.map((id) => figures.find((one) => one.id === id)).map((one) => [one?.value, one?.text]);
  };
  expect(shown(free)).toEqual(against.map(() => [null, "No spend on file"]));
  expect(shown({ ...free, unconverted: [waiting] })).toEqual(
    against.map(() => [null, "1 cost waits for an exchange rate"]),
  );
  expect(moneyFigures(free, formats).find(({ id }) => id === "benefit")?.value).toBeGreaterThan(0);
  for (const [value] of shown(givenMoney(givenCase))) expect(value).not.toBeNull();
});
