import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { headline, valueText } from "./figure-text";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

test.each([
  ["levels", 0.0113, "0.01 levels"],
  ["levels", 3.456, "3.46 levels"],
  ["share", 0.9704, "97.0%"],
  ["money", 828_700, "€829k"],
  ["count", 41_234, "41,200"],
  ["errors per 100", 1_241_300, "1.24m errors per 100"],
  ["%", 12.34, "12.3%"],
])("a figure in %s is the same number on its tile and in every file", (unit, value, written) => {
  expect(valueText(formats, { unit }, value).replaceAll("\u00a0", " ")).toBe(written);
  const { number } = headline(formats, { unit }, value);
  expect(written.startsWith(number)).toBe(true);
});
