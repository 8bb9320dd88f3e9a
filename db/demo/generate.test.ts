import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type DemoArea, generateDemo } from "./generate";

const root = mkdtempSync(join(tmpdir(), "demo-generate-"));
afterAll(() => rmSync(root, { recursive: true }));

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

async function generated(
  name: string,
  options: { seed?: number; only?: DemoArea[] } = {},
): Promise<Record<string, string>> {
  const folder = join(root, name);
  await generateDemo({ folder, people: 150, ...options });
  return hashes(folder);
}

test("the same options give the same bytes, another seed gives other ones", async () => {
  const first = await generated("first");
  expect(Object.keys(first)).toHaveLength(13 - 1 + 4 * 3);
  expect(await generated("second")).toEqual(first);
  expect((await generated("other", { seed: 7 }))["/organisation/people.csv"]).not.toBe(
    first["/organisation/people.csv"],
  );
});

test("an area is the same whether or not the others are written", async () => {
  const all = await generated("all");
  const some = await generated("some", { only: ["learning_events", "people"] });
  expect(Object.keys(some)).toHaveLength(2);
  expect(all).toMatchObject(some);
});

test("the demo company has the size it says, and people to sign in as", async () => {
  const truth = await generateDemo({ folder: join(root, "size"), only: ["people"] });
  expect(truth.rows).toEqual({ people: 1200 });
  expect(Object.values(truth.signIns).every((person) => person !== null)).toBe(true);
  expect(truth.observingTeams.length).toBeGreaterThan(30);
});
