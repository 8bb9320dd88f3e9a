import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { appPages, mayOpen, pageOf, type Takes } from "./pages";

const folder = "app/(app)";
const routes = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx" && file !== "page.tsx")
    .map((file) => [`/${path.dirname(file).split(path.sep).join("/")}`.replace(/\/\([^)]+\)/g, ""), file]),
);

/** What the code of a page asks for before it shows anything. */
function takenBy(file: string): Takes {
  const code = readFileSync(path.join(folder, file), "utf8");
  const names = (found: string | undefined) => found?.match(/[a-z-]+\.[a-z-]+/g) ?? [];
  const isPart = code.includes("<PartPage");
  const asked = isPart
    ? ["initiative.read", ...names(/ needs="([^"]+)"/.exec(code)?.[1])]
    : names(/viewerFor\(([^)]+)\)/.exec(code)?.[1]);
  const [one] = asked;
  return (asked.length === 1 ? one : { [isPart ? "all" : "any"]: asked }) as Takes;
}

test("every page of the app is known by its route, and no other", () => {
  expect(appPages.map(({ page }) => page).toSorted()).toEqual([...routes.keys()].toSorted());
});

test("what a page is said to take is what its code asks for", () => {
  const said = Object.fromEntries(appPages.map(({ page, takes }) => [page, takes]));
  expect(said).toEqual(Object.fromEntries([...routes].map(([page, file]) => [page, takenBy(file)])));
});

test("where a page takes several permissions, one that lacks one of them may not open it", () => {
  const takes = appPages.find(({ page }) => page === "/initiatives/[initiativeId]/work")?.takes ?? "user.manage";
  expect(mayOpen(["hrbp"], takes)).toBe(true);
  expect(mayOpen(["finance"], takes)).toBe(false);
  expect(mayOpen(["manager"], takes)).toBe(false);
  expect(mayOpen(["auditor"], { any: ["user.manage", "audit.read"] })).toBe(true);
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
