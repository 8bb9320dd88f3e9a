import { expect, test } from "vitest";
import { destinationsFor, homeOf } from "./navigation";

test.each([
  ["admin", "/scorecard"],
  ["manager", "/scorecard"],
  ["employee", "/me"],
  ["auditor", "/admin"],
] as const)("%s lands on %s", (role, home) => {
  expect(homeOf([role])).toBe(home);
});

test("the navigation offers nothing a role may not see", () => {
  expect(destinationsFor(["employee"]).map(({ href }) => href)).toEqual(["/skills", "/reviews", "/methods", "/me"]);
  expect(destinationsFor(["auditor"]).map(({ href }) => href)).toEqual(["/skills", "/methods", "/admin", "/me"]);
  expect(destinationsFor([])).toEqual([]);
});
