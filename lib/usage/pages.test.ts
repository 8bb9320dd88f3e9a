import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { appPages, pageOf } from "./pages";

function routesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file).split(path.sep).join("/")}`.replace(/\/\([^)]+\)/g, ""))
    .filter((route) => route !== "/.");
}

test("every page of the app is known by its route, and no other", () => {
  expect(appPages.map(({ page }) => page).toSorted()).toEqual(routesOf("app/(app)").toSorted());
});

test("an address is counted by its route, without ids; a written-out part goes before a parameter", () => {
  const id = "1b4e28ba-2fa1-4d3b-8a3f-9b1f0c6f0c11";
  expect(pageOf("/scorecard")).toBe("/scorecard");
  expect(pageOf("/scorecard/")).toBe("/scorecard");
  expect(pageOf(`/initiatives/${id}`)).toBe("/initiatives/[initiativeId]");
  expect(pageOf(`/initiatives/${id}/money`)).toBe("/initiatives/[initiativeId]/money");
  expect(pageOf("/initiatives/new")).toBe("/initiatives/new");
  expect(pageOf(`/team/${id}/skills/${id}`)).toBe("/team/[personId]/skills/[skillId]");
  expect(pageOf("/team/observe")).toBe("/team/observe");
});

test("what is no page is not counted", () => {
  for (const path of ["", "/", "/nothing", "/scorecard?scope=org", "//scorecard", "/api/opened", "scorecard"]) {
    expect(pageOf(path)).toBeNull();
  }
});
