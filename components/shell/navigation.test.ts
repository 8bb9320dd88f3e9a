import { expect, test } from "vitest";
import { currentOf, destinationsFor, homeOf } from "./navigation";

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
  expect(destinationsFor(["auditor"]).map(({ href }) => href)).toEqual([
    "/initiatives",
    "/decisions",
    "/roi",
    "/skills",
    "/methods",
    "/admin",
    "/me",
  ]);
  expect(destinationsFor([])).toEqual([]);
});

test("a page belongs to the destination that names most of its path", () => {
  const destinations = destinationsFor(["ld_lead"]);
  expect(currentOf(destinations, "/skills/drafts/1")).toBe("/skills");
  expect(currentOf(destinations, "/skills/capability")).toBe("/skills/capability");
  expect(currentOf(destinations, "/skills/calibrations/new")).toBe("/skills/capability");
  expect(currentOf(destinations, "/skillset")).toBeUndefined();
});
