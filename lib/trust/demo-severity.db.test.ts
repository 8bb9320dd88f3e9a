import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { generateDemo } from "@/db/demo/generate";
import { fixedNormal } from "@/db/demo/random";
import { momentsOf } from "@/lib/stats/moments";
import { givenData } from "@/test/factory";
import { readTrust } from "./read-trust";

let folder = "";

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await closePool();
});

/** `db/demo/observations.ts`: what a rater adds is 0.3 x a normal of their own, before levels are rounded and cut to 1 to 5. */
test("the severity the demo plants is recovered: its spread, and who is strict and who lenient", async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-demo-"));
  await generateDemo({ folder, only: ["people", "employment_events", "skills", "observations"] });
  const names = ["people.csv", "employment_events.csv", "skills.csv", "observations.csv"];
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(folder, "organisation", name), "utf8")] as const),
  );
  const given = await givenData(Object.fromEntries(files));
  const found = (await readTrust(given.as("admin"), 24))?.trust;
  if (found?.kind !== "shown") throw new Error(found?.kind);
  expect(found.severitySpread).toBeGreaterThan(0.2);
  expect(found.severitySpread).toBeLessThan(0.38);

  // Who is the person of an index stands in the order of the file.
  const index = new Map(
    (files[0]?.[1] ?? "")
      .split(/\r?\n/)
      .slice(1)
      .map((row, at) => [row.split(",")[1] ?? "", at] as const),
  );
  const pairs = (found.raters ?? []).flatMap(({ name, figures }) => {
    const own = figures.find(({ detector, interval }) => detector === "severity" && interval !== null);
    const at = index.get(name);
    return own?.value == null || at === undefined
      ? []
      : [{ found: own.value, planted: 0.3 * fixedNormal(2, "severity", at) }];
  });
  expect(pairs.length).toBeGreaterThan(30);
  const [a, b] = [momentsOf(pairs.map((one) => one.found)), momentsOf(pairs.map(({ planted }) => planted))];
  const product = momentsOf(pairs.map((one) => (one.found - a.mean) * (one.planted - b.mean))).mean;
  expect(product / Math.sqrt(a.variance * b.variance)).toBeGreaterThan(0.5);
}, 240_000);
