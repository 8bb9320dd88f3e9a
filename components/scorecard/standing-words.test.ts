import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { extremeText, standingText } from "./standing-words";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const words = (place: "highest" | "lowest" | "within", isSure: boolean) => {
  const standing = { place, isSure, range: [0.2, 0.3] as [number, number], above: 5, earlier: 7 };
  return [extremeText(standing, "quarter"), standingText(formats, { unit: "share" }, standing, "quarter")];
};

test("the highest of its history is called so on the tile only where chance is ruled out", () => {
  expect(words("highest", true)).toEqual([
    "Highest of its last 8 quarters",
    "Highest of its last 8 quarters, beyond chance; earlier ones from 20.0% to 30.0%",
  ]);
  expect(words("lowest", false)).toEqual([
    "",
    "Lowest of its last 8 quarters by its figure, but not beyond chance; earlier ones from 20.0% to 30.0%",
  ]);
  expect(words("within", false)).toEqual([
    "",
    "Within its own range, above 5 of 7 earlier quarters; earlier ones from 20.0% to 30.0%",
  ]);
  expect(extremeText(null, "month")).toBe("");
  expect(standingText(formats, { unit: "share" }, null, "month")).toBeNull();
});
