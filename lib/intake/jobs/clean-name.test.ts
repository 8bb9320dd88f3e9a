import { expect, test } from "vitest";
import { cleanName } from "./clean-name";

test("a name keeps its folders and loses what climbs out of them or cannot be seen", () => {
  expect(cleanName("refunds/cohort.csv")).toBe("refunds/cohort.csv");
  expect(cleanName("..\\..\\etc/./passwd")).toBe("etc/passwd");
  expect(cleanName("/people\u202e\u0000.csv")).toBe("people.csv");
});

test("a long name keeps its end, which says what it is", () => {
  expect(cleanName(`${"x".repeat(500)}people.csv`)).toHaveLength(120);
  expect(cleanName(`${"x".repeat(500)}people.csv`)).toMatch(/people\.csv$/);
});

test("a name of nothing but dots is refused", () => {
  expect(() => cleanName("../..")).toThrow("The file has no name");
});
