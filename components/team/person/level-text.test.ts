import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import { levelText } from "./level-text";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

test("a level stands with its margin as long as that says something", () => {
  expect(levelText(formats, { level: 3.44, target: 4, margin: 0.62 })).toBe("3.4 of 4 (± 0.6)");
  expect(levelText(formats, { level: 3.5, target: 4, margin: 4 })).toBe("3.5 of 4 (too few ratings to be sure)");
  expect(levelText(formats, { level: 3, target: 3.5, margin: null })).toBe("3.0 of 3.5");
  expect(levelText(formats, { level: null, target: 4, margin: null })).toBe("no level yet, 4 asked");
});
