import { expect, test } from "vitest";
import { statusOf } from "./status";

const calendar = { starts: "2026-02-01", followUpFrom: "2026-04-01", followUpTo: "2026-06-30" };

test.each([
  ["2026-01-31", "planned"],
  ["2026-02-01", "running"],
  ["2026-04-01", "too early"],
  ["2026-06-29", "too early"],
  ["2026-06-30", "not evaluated"],
])("on %s an initiative nobody has evaluated is %s", (today, status) => {
  expect(statusOf(calendar, false, today)).toBe(status);
});

test("an evaluated initiative is evaluated on any day", () => {
  expect(statusOf(calendar, true, "2026-04-02")).toBe("evaluated");
});

test("without any date nothing is early", () => {
  expect(statusOf({ starts: null, followUpFrom: null, followUpTo: null }, false, "2026-01-01")).toBe("not evaluated");
});
