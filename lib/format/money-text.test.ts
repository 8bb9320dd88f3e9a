import { expect, test } from "vitest";
import { chanceOpening, chanceText } from "./chance-text";
import { formatsFor } from "./formats";
import { moneyText } from "./money-text";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

test("money is written to three digits, short from a hundred thousand on, either side of nothing", () => {
  expect([24_610, -24_610, 99_940, 828_900, 1_240_000].map((amount) => moneyText(amount, formats))).toEqual([
    "€24,600",
    "−€24,600",
    "€99,900",
    "€829k",
    "€1.24m",
  ]);
});

test("draws show nothing to be impossible or certain", () => {
  expect([0, 0.004, 0.01, 0.11, 0.99, 0.994, 1].map((chance) => chanceText(chance, formats))).toEqual([
    "under 1%",
    "under 1%",
    "1%",
    "11%",
    "99%",
    "over 99%",
    "over 99%",
  ]);
});

test("a sentence that begins with a chance begins with a capital", () => {
  expect([0, 0.11, 1].map((chance) => chanceOpening(chance, formats))).toEqual(["Under 1%", "11%", "Over 99%"]);
});
