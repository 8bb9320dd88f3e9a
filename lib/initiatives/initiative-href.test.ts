import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { initiativeHref, initiativeParts } from "./initiative-href";

const page = "app/(app)/initiatives/[initiativeId]/(parts)";

test("an initiative's own address shows its effect; the other parts have addresses below it", () => {
  expect(initiativeHref("1")).toBe("/initiatives/1");
  expect(initiativeHref("1", "effect", "checks")).toBe("/initiatives/1#checks");
  expect(initiativeHref("1", "money")).toBe("/initiatives/1/money");
  expect(initiativeHref("1", "ladder", "triangulation")).toBe("/initiatives/1/ladder#triangulation");
  expect(initiativeHref("1", "programme", "reviews")).toBe("/initiatives/1/programme#reviews");
});

test("every part has a page, and there is no page of a part nobody names", () => {
  expect(existsSync(`${page}/page.tsx`)).toBe(true);
  const folders = readdirSync(page, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  const named = initiativeParts.flatMap(({ part }) => (part === "effect" ? [] : [part]));
  expect(folders.toSorted()).toEqual(named.toSorted());
});

test("nobody else spells the address of an initiative", () => {
  const spelled = ["app", "bench", "components", "db", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => path.join(folder, file))
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && /[`"]\/initiatives\/\$\{/.test(readFileSync(file, "utf8"))),
  );
  // The wizard has an address of its own.
  expect(spelled).toEqual(["lib/initiatives/initiative-href.ts"]);
});
